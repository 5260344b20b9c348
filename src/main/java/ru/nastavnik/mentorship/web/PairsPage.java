package ru.nastavnik.mentorship.web;

import java.time.LocalDate;
import java.util.List;
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
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.Replacement.Initiative;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.TextLimits;

/** «Пары и группы»: who works with whom, who searches for a mentor, what has ended. */
@Controller
@RequestMapping("/pairs")
class PairsPage {

    private final PairsPresenter presenter;
    private final Mentorships mentorships;
    private final PairLists lists;
    private final Replacements replacements;
    private final Participants participants;
    private final OpenProgrammes programmes;
    private final Organisations organisations;
    private final People people;

    PairsPage(
            PairsPresenter presenter,
            Mentorships mentorships,
            PairLists lists,
            Replacements replacements,
            Participants participants,
            OpenProgrammes programmes,
            Organisations organisations,
            People people) {
        this.presenter = presenter;
        this.mentorships = mentorships;
        this.lists = lists;
        this.replacements = replacements;
        this.participants = participants;
        this.programmes = programmes;
        this.organisations = organisations;
        this.people = people;
    }

    @GetMapping
    String show(Visitor visitor, Model model) {
        model.addAttribute("pairs", presenter.of(visitor));
        return "pairs";
    }

    @PostMapping("/lists")
    String match(@RequestParam UUID programmeId, Visitor visitor, RedirectAttributes flash) {
        requireManager(visitor);
        lists.open(visitor.organisationId(), running(programmeId, visitor).id());
        return done(flash, "Подбор начат: задача «Подобрать пары» в списке задач.");
    }

    /** A newcomer, or somebody who joins as a mentor, at any time of the year. */
    @PostMapping("/bank")
    String enterBank(
            @RequestParam UUID programmeId,
            @RequestParam UUID personId,
            @RequestParam Side side,
            @RequestParam(defaultValue = "") List<String> topics,
            Visitor visitor,
            RedirectAttributes flash) {
        requireManager(visitor);
        boolean asked = participants.enterNewcomer(
                running(programmeId, visitor).id(),
                visitor.organisationId(),
                personId,
                side,
                topics,
                decider(visitor),
                entry(visitor, Door.SCREEN, null));
        return done(
                flash,
                asked
                        ? "Записано. Теперь нужны согласия: "
                                + (people.accountOf(personId).isPresent()
                                        ? "этот человек увидит задачу «Дать согласие на участие», а ответ на бумаге "
                                                + "отметьте в задаче «Отметить полученные согласия»."
                                        : "отметьте их в задаче «Отметить полученные согласия».")
                        : "Этот человек уже в банке, темы дополнены.");
    }

    private Programme running(UUID programmeId, Visitor visitor) {
        return programmes.running(visitor.organisationId()).stream()
                .filter(running -> running.id().equals(programmeId))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("Эта программа не идёт. Подбирать пары можно только в идущей программе."));
    }

    @PostMapping("/{id}/replacement")
    String askForAnotherMentor(
            @PathVariable UUID id, @RequestParam String request, Visitor visitor, RedirectAttributes flash) {
        Mentorship pair = mine(id, visitor);
        if (!presenter.manages(visitor) && !PairsPresenter.belongsTo(pair, visitor)) {
            throw Refusal.forbidden("Просить о замене наставника могут куратор, наставник и наставляемый этой пары.");
        }
        replacements.request(id, TextLimits.checked(request, TextLimits.TEXT), visitor.accountId());
        return done(flash, "Просьба о замене наставника отправлена куратору.");
    }

    /** The curator enters how the mentor has agreed, too: both must (S4-2.7.2, E9). */
    @PostMapping("/{id}/finish")
    String finish(
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam Door mentorDoor,
            @RequestParam(required = false) @Nullable String mentorProof,
            Visitor visitor,
            RedirectAttributes flash) {
        Mentorship pair = mine(id, visitor);
        requireManager(visitor);
        if (mentorDoor == Door.SCREEN && !pair.mentorId().equals(visitor.place().personId())) {
            throw Refusal.invalid("Укажите, как согласился наставник: на бумаге или с его слов.");
        }
        Entry mentorEntry =
                proved(visitor, mentorDoor, mentorProof, "Укажите, где лежит согласие наставника: номер дела и лист.");
        Entry ownEntry = entry(visitor, Door.SCREEN, null);
        mentorships.finishEarly(
                id,
                required(reason, "Напишите, почему работа пары завершается раньше срока."),
                new Decider(pair.mentorId(), "Наставник"),
                mentorEntry,
                decider(visitor),
                ownEntry);
        return done(
                flash,
                "Решено завершить работу пары раньше срока. Появилась задача «Провести заключительную встречу».");
    }

    /** The search ends only by the mentee's own word, which the curator enters from paper or from what was said (E24). */
    @PostMapping("/{id}/terminate")
    String terminate(
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable Initiative initiative,
            @RequestParam(required = false) @Nullable LocalDate noticeOn,
            @RequestParam(defaultValue = "false") boolean searchGoesOn,
            @RequestParam(required = false) @Nullable Door menteeDoor,
            @RequestParam(required = false) @Nullable String menteeProof,
            Visitor visitor,
            RedirectAttributes flash) {
        Mentorship pair = mine(id, visitor);
        requireManager(visitor);
        String why = required(reason, "Напишите, почему работа пары прекращается.");
        if (initiative == null) {
            throw Refusal.invalid("Укажите, кто прекращает работу пары.");
        }
        mentorships.requireEndAllowed(id, initiative, noticeOn);
        Entry ownEntry = entry(visitor, Door.SCREEN, null);
        if (searchGoesOn) {
            mentorships.terminate(id, why, decider(visitor), ownEntry);
            return done(flash, "Работа пары прекращена. Наставляемый остаётся в поиске.");
        }
        mentorships.terminateWithSearch(
                id, why, decider(visitor), ownEntry, declined(visitor, pair.menteeIds(), menteeDoor, menteeProof));
        return done(flash, "Работа пары прекращена, поиск наставника завершён.");
    }

    /** One mentee leaves a group; whether the search goes on is the mentee's own word, as above. */
    @PostMapping("/{id}/leave")
    String leave(
            @PathVariable UUID id,
            @RequestParam UUID menteeId,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean searchGoesOn,
            @RequestParam(required = false) @Nullable Door menteeDoor,
            @RequestParam(required = false) @Nullable String menteeProof,
            Visitor visitor,
            RedirectAttributes flash) {
        mine(id, visitor);
        requireManager(visitor);
        mentorships.leave(
                id,
                menteeId,
                required(reason, "Напишите, почему наставляемый выходит из группы."),
                decider(visitor),
                entry(visitor, Door.SCREEN, null),
                searchGoesOn ? null : declined(visitor, List.of(menteeId), menteeDoor, menteeProof));
        return done(
                flash,
                searchGoesOn
                        ? "Наставляемый вышел из группы и остаётся в поиске. Группа работает дальше."
                        : "Наставляемый вышел из группы, его поиск завершён. Группа работает дальше.");
    }

    /** How the mentee has said that no mentor is wanted any more (E24). */
    private Entry declined(Visitor visitor, List<UUID> menteeIds, @Nullable Door door, @Nullable String proof) {
        if (door == null
                || (door == Door.SCREEN && !menteeIds.contains(visitor.place().personId()))) {
            throw Refusal.invalid(
                    "Поиск завершает только сам наставляемый. Укажите, как он отказался: на бумаге или с его "
                            + "слов.");
        }
        return proved(visitor, door, proof, "Укажите, где лежит отказ наставляемого: номер дела и лист.");
    }

    private Entry proved(Visitor visitor, Door door, @Nullable String text, String sentence) {
        String proof = TextLimits.checked(text, TextLimits.PROOF);
        if (door == Door.PAPER && proof == null) {
            throw Refusal.invalid(sentence);
        }
        if (door == Door.WORDS && proof == null) {
            throw Refusal.invalid("Укажите, кому и когда это сказано: например, «куратору по телефону 12.09.2026».");
        }
        return entry(visitor, door, door == Door.SCREEN ? null : proof);
    }

    private Mentorship mine(UUID id, Visitor visitor) {
        Mentorship pair = mentorships.get(id);
        if (!pair.organisationId().equals(visitor.organisationId())) {
            throw Refusal.notFound("Такой пары нет.");
        }
        return pair;
    }

    private void requireManager(Visitor visitor) {
        if (!presenter.manages(visitor)) {
            throw Refusal.forbidden("Это делает куратор.");
        }
    }

    private Decider decider(Visitor visitor) {
        Role role = visitor.has(Role.CURATOR) ? Role.CURATOR : Role.DIRECTOR;
        return people.decider(visitor.organisationId(), role, visitor.accountId());
    }

    private Entry entry(Visitor visitor, Door door, @Nullable String proof) {
        return new Entry(door, organisations.today(visitor.organisationId()), proof, visitor.accountId());
    }

    private static String required(String text, String sentence) {
        String stripped = TextLimits.checked(text, TextLimits.TEXT);
        if (stripped == null) {
            throw Refusal.invalid(sentence);
        }
        return stripped;
    }

    private static String done(RedirectAttributes flash, String sentence) {
        flash.addFlashAttribute("done", sentence);
        return "redirect:/pairs";
    }
}
