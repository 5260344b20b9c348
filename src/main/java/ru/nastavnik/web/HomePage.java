package ru.nastavnik.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.nastavnik.notification.Notices;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.web.SharedRows;
import ru.nastavnik.shared.Refusal;

/** «Сегодня»: what waits for the person, and what they have been told. */
@Controller
class HomePage {

    private final TaskCounts taskCounts;
    private final Notices notices;
    private final NoticeRows noticeRows;
    private final SharedRows sharedRows;
    private final Organisations organisations;

    HomePage(
            TaskCounts taskCounts,
            Notices notices,
            NoticeRows noticeRows,
            SharedRows sharedRows,
            Organisations organisations) {
        this.taskCounts = taskCounts;
        this.notices = notices;
        this.noticeRows = noticeRows;
        this.sharedRows = sharedRows;
        this.organisations = organisations;
    }

    @GetMapping("/")
    String today(Visitor visitor, Model model) {
        model.addAttribute("today", organisations.today(visitor.organisationId()));
        model.addAttribute("counts", taskCounts.ofVisitor());
        model.addAttribute("notices", noticeRows.of(visitor));
        model.addAttribute("shared", sharedRows.of(visitor));
        model.addAttribute("unheld", sharedRows.inPlaceOfNobody(visitor));
        return "home";
    }

    @PostMapping("/notices/{noticeId}/read")
    String read(@PathVariable UUID noticeId, Visitor visitor) {
        notices.markRead(noticeId, visitor.accountId());
        return "redirect:/";
    }

    /** Goes on working in another organisation. */
    @PostMapping("/organisation")
    String choose(@RequestParam UUID organisationId, Visitor visitor, HttpSession session) {
        if (visitor.places().stream().noneMatch(place -> place.organisationId().equals(organisationId))) {
            throw Refusal.notFound("Такого учреждения нет, или у вас нет в нём роли.");
        }
        session.setAttribute(Requests.CHOSEN_ORGANISATION, organisationId);
        return "redirect:/";
    }
}
