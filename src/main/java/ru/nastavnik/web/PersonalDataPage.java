package ru.nastavnik.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.nastavnik.organisation.PersonalData;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;

/** «Персональные данные»: what is kept of people, for how long, and what goes when somebody's data are erased. */
@Controller
class PersonalDataPage {

    private final PersonalData register;

    PersonalDataPage(PersonalData register) {
        this.register = register;
    }

    @GetMapping("/staff/personal-data")
    String show(Visitor visitor, Model model) {
        visitor.require(Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR);
        model.addAttribute("register", register);
        return "staff/personal-data";
    }
}
