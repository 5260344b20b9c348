package ru.nastavnik.consent.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.consent.ConsentRegister;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.TextLimits;

/** «Согласия»: who has given which, what has happened to each; the curator enters who has withdrawn one. */
@Controller
@RequestMapping("/consents")
class ConsentsPage {

    private final ConsentRegister register;
    private final Consents consents;

    ConsentsPage(ConsentRegister register, Consents consents) {
        this.register = register;
        this.consents = consents;
    }

    @GetMapping
    String show(Visitor visitor, Model model) {
        visitor.require(Role.CURATOR, Role.DIRECTOR);
        model.addAttribute("consents", register.of(visitor.organisationId()));
        return "consents";
    }

    /** An application on paper, of the person or of the representative. */
    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate receivedOn,
            @RequestParam(required = false) @Nullable String proof,
            Visitor visitor,
            RedirectAttributes flash) {
        visitor.require(Role.CURATOR, Role.DIRECTOR);
        if (receivedOn == null) {
            throw Refusal.invalid("Укажите, когда школа получила заявление об отзыве.");
        }
        String file = TextLimits.demanded(proof, TextLimits.PROOF, "Укажите, где лежит заявление: номер дела и лист.");
        String next = consents.withdraw(
                visitor.organisationId(), id, new Entry(Door.PAPER, receivedOn, file, visitor.accountId()));
        flash.addFlashAttribute("done", "Отзыв согласия внесён. " + next);
        return "redirect:/consents";
    }
}
