package ru.nastavnik.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.shared.Refusal;

/** «Учреждения»: the technical administrator registers schools, then gives the first access in each. */
@Controller
class OrganisationsPage {

    /** Time zones of Russia by their difference from Moscow. */
    private static final Map<String, String> ZONES = zones();

    private final Organisations organisations;

    OrganisationsPage(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/organisations")
    String list(Visitor visitor, Model model) {
        visitor.require(Role.ADMINISTRATOR);
        model.addAttribute("organisations", organisations.all());
        model.addAttribute("zones", ZONES);
        return "organisations";
    }

    @PostMapping("/organisations")
    String register(
            @RequestParam String fullName,
            @RequestParam String shortName,
            @RequestParam String locality,
            @RequestParam String timeZone,
            Visitor visitor,
            RedirectAttributes page) {
        visitor.require(Role.ADMINISTRATOR);
        if (fullName.isBlank()
                || fullName.length() > 500
                || shortName.isBlank()
                || shortName.length() > 200
                || locality.length() > 200) {
            throw Refusal.invalid("Укажите полное наименование (до 500 знаков) и краткое (до 200 знаков).");
        }
        UUID id = organisations.register(new Organisation(
                Organisation.Kind.SCHOOL,
                fullName.strip(),
                shortName.strip(),
                locality.isBlank() ? null : locality.strip(),
                zone(timeZone),
                null));
        page.addFlashAttribute(
                "done",
                "Школа «" + organisations.get(id).shortName()
                        + "» внесена. Перейдите в неё и пригласите директора или куратора.");
        return "redirect:/organisations";
    }

    private static ZoneId zone(String id) {
        if (!ZONES.containsKey(id)) {
            throw Refusal.invalid("Выберите часовой пояс из списка.");
        }
        return ZoneId.of(id);
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        zones.put("Europe/Moscow", "Московское время");
        zones.put("Europe/Kaliningrad", "Калининград (МСК−1)");
        zones.put("Europe/Samara", "Самара (МСК+1)");
        zones.put("Asia/Yekaterinburg", "Екатеринбург (МСК+2)");
        zones.put("Asia/Omsk", "Омск (МСК+3)");
        zones.put("Asia/Krasnoyarsk", "Красноярск (МСК+4)");
        zones.put("Asia/Irkutsk", "Иркутск (МСК+5)");
        zones.put("Asia/Yakutsk", "Якутск (МСК+6)");
        zones.put("Asia/Vladivostok", "Владивосток (МСК+7)");
        zones.put("Asia/Magadan", "Магадан (МСК+8)");
        zones.put("Asia/Kamchatka", "Камчатка (МСК+9)");
        return zones;
    }
}
