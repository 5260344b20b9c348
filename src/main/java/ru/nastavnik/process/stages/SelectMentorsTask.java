package ru.nastavnik.process.stages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind.Gate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.ParticipantVerdict;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.participants.Topic;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

@Component
class SelectMentorsTask implements TaskWork {

    /** A row of the table. */
    private record Candidate(String mentor, String topics, String load, String consents) {}

    private final Participants participants;
    private final Consents consents;
    private final Mentorships mentorships;
    private final People people;
    private final Roadmap roadmap;
    private final Decisions decisions;

    SelectMentorsTask(
            Participants participants,
            Consents consents,
            Mentorships mentorships,
            People people,
            Roadmap roadmap,
            Decisions decisions) {
        this.participants = participants;
        this.consents = consents;
        this.mentorships = mentorships;
        this.people = people;
        this.roadmap = roadmap;
        this.decisions = decisions;
    }

    @Override
    public String task() {
        return SelectionTrainingStageProcess.SELECT_MENTORS;
    }

    @Override
    public Set<Outcome> outcomes(UUID stageId) {
        return Set.of(Outcome.MENTORS_SELECTED);
    }

    @Override
    public void show(TaskContext task, FormData form) {
        List<Participant> bank = participants.bank(task.programmeId(), Side.MENTOR);
        Set<UUID> incomplete = consents.missing(
                        task.organisationId(),
                        Side.MENTOR,
                        bank.stream().map(Participant::personId).toList(),
                        Gate.BANK)
                .keySet();
        Map<UUID, String> names =
                people.named(bank.stream().map(Participant::personId).toList());
        Comparator<Participant> byName = RussianText.by(mentor -> Known.in(names, mentor.personId()));
        form.rows(
                "bank",
                bank.stream()
                        .sorted(byName)
                        .map(mentor -> new Candidate(
                                Known.in(names, mentor.personId()),
                                participants.topicsOf(mentor.id()).stream()
                                        .map(Topic::title)
                                        .collect(Collectors.joining(", ")),
                                mentorships.loadLabel(task.organisationId(), mentor.personId()),
                                incomplete.contains(mentor.personId()) ? "не все" : "получены"))
                        .toList());
        form.choices(
                "candidates",
                bank.stream()
                        .sorted(byName)
                        .map(mentor -> new Choice(
                                Known.in(names, mentor.personId()), mentor.id().toString()))
                        .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<UUID> selected = answers.ids("participantIds");
        if (selected.isEmpty()) {
            throw Refusal.invalid("Отметьте хотя бы одного наставника.");
        }
        Entry entry = task.entry(answers, Role.CURATOR);
        selected.forEach(participantId -> {
            participants.select(participantId);
            decisions.record(
                    task.organisationId(),
                    ParticipantVerdict.SELECT,
                    participantId,
                    null,
                    null,
                    task.decider(Role.CURATOR, entry),
                    entry);
        });
        roadmap.reach(
                task.programmeId(),
                Outcome.MENTORS_SELECTED,
                new Proof(
                        EvidenceKind.SYSTEM,
                        "Выбрано наставников: " + selected.size(),
                        null,
                        null,
                        entry.happenedOn(),
                        task.actor()));
    }
}
