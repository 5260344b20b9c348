package ru.nastavnik.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/** «Как дают согласия»: on paper, or on the screen by an agreement on a simple electronic signature (E2). */
@Controller
@RequestMapping("/staff/consents")
class ConsentPolicyPage {

    private final Organisations organisations;
    private final People people;

    ConsentPolicyPage(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    @GetMapping
    String show(Visitor visitor, Model model) {
        visitor.require(Role.DIRECTOR, Role.ADMINISTRATOR);
        model.addAttribute("policy", organisations.policy(visitor.organisationId()));
        return "staff/consents";
    }

    @PostMapping("/screen")
    String takeOnScreen(@RequestParam String basis, Visitor visitor, RedirectAttributes page) {
        visitor.require(Role.DIRECTOR, Role.ADMINISTRATOR);
        organisations.takeConsentOnScreen(visitor.organisationId(), basis, decider(visitor), entry(visitor));
        page.addFlashAttribute("done", "Записано: согласие можно дать на экране.");
        return "redirect:/staff/consents";
    }

    @PostMapping("/paper")
    String takeOnPaperOnly(Visitor visitor, RedirectAttributes page) {
        visitor.require(Role.DIRECTOR, Role.ADMINISTRATOR);
        organisations.takeConsentOnPaperOnly(visitor.organisationId(), decider(visitor), entry(visitor));
        page.addFlashAttribute("done", "Записано: согласия дают только на бумаге.");
        return "redirect:/staff/consents";
    }

    private Decider decider(Visitor visitor) {
        return people.decider(
                visitor.organisationId(),
                visitor.has(Role.DIRECTOR) ? Role.DIRECTOR : Role.ADMINISTRATOR,
                visitor.accountId());
    }

    private Entry entry(Visitor visitor) {
        return new Entry(Door.SCREEN, organisations.today(visitor.organisationId()), null, visitor.accountId());
    }
}
