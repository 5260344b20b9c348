package ru.nastavnik.roadmap.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Programmes;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.RoadmapTemplates;
import ru.nastavnik.roadmap.StageWaivers;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** «Дорожная карта»: how the programme of the school stands, row by row. */
@Controller
class RoadmapPage {

    private static final Role[] STARTERS = {Role.CURATOR, Role.DIRECTOR};
    /** The one track that there is so far. */
    private static final String TRACK = "STAFF";

    private static final Role[] READERS =
            EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)).toArray(Role[]::new);

    private final RoadmapPresenter presenter;
    private final Roadmap roadmap;
    private final RoadmapTemplates templates;
    private final Programmes programmes;
    private final StageWaivers waivers;
    private final Organisations organisations;
    private final People people;

    RoadmapPage(
            RoadmapPresenter presenter,
            Roadmap roadmap,
            RoadmapTemplates templates,
            Programmes programmes,
            StageWaivers waivers,
            Organisations organisations,
            People people) {
        this.presenter = presenter;
        this.roadmap = roadmap;
        this.templates = templates;
        this.programmes = programmes;
        this.waivers = waivers;
        this.organisations = organisations;
        this.people = people;
    }

    /** @param programme another programme than the one that runs; null for that one, else the newest */
    @GetMapping("/roadmap")
    String show(@RequestParam(required = false) @Nullable UUID programme, Visitor visitor, Model model) {
        visitor.require(READERS);
        List<Programme> ofSchool = presenter.programmes(visitor.organisationId());
        if (programme != null || !ofSchool.isEmpty()) {
            Programme chosen = programme == null ? ofSchool.get(0) : mine(programme, visitor);
            model.addAttribute("roadmap", presenter.of(chosen, ofSchool, visitor));
        }
        model.addAttribute("mayStart", visitor.has(STARTERS));
        model.addAttribute("templates", templates.offers());
        return "roadmap";
    }

    /** The same as starting it in Tasklist, for people of several organisations: here it is known for which. */
    @PostMapping("/roadmap/start")
    String start(
            @RequestParam String template,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Visitor visitor,
            RedirectAttributes flash) {
        visitor.require(STARTERS);
        programmes.request(visitor.organisationId(), template, TRACK, from, to);
        flash.addFlashAttribute(
                "done", "Программа начата. Появилась задача «Дополнить сроки и ответственных в дорожной карте».");
        return "redirect:/roadmap";
    }

    @PostMapping("/roadmap/stages/{stageId}/waiver")
    String askForWaiver(
            @PathVariable UUID stageId, @RequestParam String reason, Visitor visitor, RedirectAttributes flash) {
        Programme programme = roadmap.programme(roadmap.stage(stageId).programmeId());
        if (!programme.organisationId().equals(visitor.organisationId())) {
            throw Refusal.notFound("Такого этапа нет.");
        }
        if (!presenter.mayAskForWaiver(visitor)) {
            throw Refusal.forbidden("Просить о завершении этапа без подтверждения может куратор.");
        }
        waivers.request(stageId, reason, visitor.accountId());
        flash.addFlashAttribute("done", "Директору отправлена просьба завершить этап без подтверждения.");
        return page(programme);
    }

    @PostMapping("/roadmap/cancel")
    String cancel(
            @RequestParam UUID programmeId, @RequestParam String reason, Visitor visitor, RedirectAttributes flash) {
        Programme programme = mine(programmeId, visitor);
        if (!visitor.has(Role.DIRECTOR)) {
            throw Refusal.forbidden("Прекратить программу может директор.");
        }
        UUID organisationId = visitor.organisationId();
        programmes.decideToCancel(
                programmeId,
                reason,
                people.decider(organisationId, Role.DIRECTOR, visitor.accountId()),
                new Entry(Door.SCREEN, organisations.today(organisationId), null, visitor.accountId()));
        flash.addFlashAttribute("done", "Программа прекращена, её задачи закрыты.");
        return page(programme);
    }

    private static String page(Programme programme) {
        return "redirect:/roadmap?programme=" + programme.id();
    }

    private Programme mine(UUID programmeId, Visitor visitor) {
        Programme programme = roadmap.programme(programmeId);
        if (!programme.organisationId().equals(visitor.organisationId())) {
            throw Refusal.notFound("Такой программы нет.");
        }
        return programme;
    }
}
