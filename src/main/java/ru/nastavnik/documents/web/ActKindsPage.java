package ru.nastavnik.documents.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.documents.ActKinds;
import ru.nastavnik.documents.NewActKind;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.shared.Refusal;

/** «Виды документов»: which documents the school makes, in which journals they get their numbers. */
@Controller
@RequestMapping("/documents/kinds")
class ActKindsPage {

    /** What has been typed for a new kind; {@code agreement} a line for each body. */
    record KindForm(String title, String journal, Role drafter, Role approver, String agreement, Set<Role> readers) {

        private static final KindForm EMPTY = new KindForm("", "", Role.CURATOR, Role.DIRECTOR, "", Set.of());

        public boolean names(Role role) {
            return readers != null && readers.contains(role);
        }

        private NewActKind kind() {
            return new NewActKind(
                    title,
                    journal,
                    drafter,
                    approver,
                    agreement == null ? List.of() : agreement.lines().toList(),
                    readers == null ? Set.of() : readers);
        }
    }

    /** What has been typed for a new journal. */
    record JournalForm(String title, String firstNumber) {

        private static final JournalForm EMPTY = new JournalForm("", "1");
    }

    private final ActKinds kinds;

    ActKindsPage(ActKinds kinds) {
        this.kinds = kinds;
    }

    @GetMapping
    String show(Visitor visitor, Model model) {
        manager(visitor);
        return page(KindForm.EMPTY, JournalForm.EMPTY, visitor, model);
    }

    @PostMapping
    String add(@ModelAttribute KindForm form, Visitor visitor, Model model, RedirectAttributes page) {
        manager(visitor);
        try {
            kinds.add(visitor.organisationId(), form.kind());
        } catch (Refusal refusal) {
            model.addAttribute("kindProblem", refusal.getMessage());
            return page(form, JournalForm.EMPTY, visitor, model);
        }
        page.addFlashAttribute("done", "Вид документа «" + form.title().strip() + "» добавлен.");
        return "redirect:/documents/kinds";
    }

    @PostMapping("/journals")
    String addJournal(@ModelAttribute JournalForm form, Visitor visitor, Model model, RedirectAttributes page) {
        manager(visitor);
        try {
            kinds.addJournal(visitor.organisationId(), form.title(), form.firstNumber());
        } catch (Refusal refusal) {
            model.addAttribute("journalProblem", refusal.getMessage());
            return page(KindForm.EMPTY, form, visitor, model);
        }
        page.addFlashAttribute("done", "Журнал «" + form.title().strip() + "» добавлен.");
        return "redirect:/documents/kinds";
    }

    @PostMapping("/{code}/demand")
    String demand(@PathVariable String code, Visitor visitor, RedirectAttributes page) {
        manager(visitor);
        kinds.demand(visitor.organisationId(), code);
        page.addFlashAttribute("done", "Записано: «" + title(code, visitor) + "» нужен программе.");
        return "redirect:/documents/kinds";
    }

    @PostMapping("/{code}/dispense")
    String dispense(@PathVariable String code, Visitor visitor, RedirectAttributes page) {
        manager(visitor);
        kinds.dispenseWith(visitor.organisationId(), code);
        page.addFlashAttribute("done", "Записано: «" + title(code, visitor) + "» больше не просят.");
        return "redirect:/documents/kinds";
    }

    private String title(String code, Visitor visitor) {
        return kinds.get(visitor.organisationId(), code).title();
    }

    private String page(KindForm kindForm, JournalForm journalForm, Visitor visitor, Model model) {
        model.addAttribute("kinds", kinds.all(visitor.organisationId()));
        model.addAttribute("journals", kinds.journals(visitor.organisationId()));
        model.addAttribute("roles", Role.ofTheStaff());
        model.addAttribute("approvers", ActKinds.APPROVERS);
        model.addAttribute("kindForm", kindForm);
        model.addAttribute("journalForm", journalForm);
        return "act-kinds";
    }

    private static void manager(Visitor visitor) {
        visitor.require(Role.CURATOR, Role.DIRECTOR);
    }
}
