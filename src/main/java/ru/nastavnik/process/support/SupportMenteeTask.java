package ru.nastavnik.process.support;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Entry;

@Component
class SupportMenteeTask implements TaskWork {

    /** A row of the table. */
    private record Request(String topic) {}

    private enum Ending {
        CONTINUE,
        DECLINED
    }

    private final UnmatchedSupports supports;
    private final Mentorships mentorships;
    private final Participants participants;
    private final People people;
    private final Roadmap roadmap;

    SupportMenteeTask(
            UnmatchedSupports supports,
            Mentorships mentorships,
            Participants participants,
            People people,
            Roadmap roadmap) {
        this.supports = supports;
        this.mentorships = mentorships;
        this.participants = participants;
        this.people = people;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return UnmatchedSupportProcess.SUPPORT_MENTEE;
    }

    @Override
    public Set<Outcome> outcomes(UUID participantId) {
        return Set.of(Outcome.UNMATCHED_SUPPORTED);
    }

    @Override
    public String about(TaskContext task) {
        return people.fullName(participants.get(task.subjectId()).personId());
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("mentee", about(task))
                .rows(
                        "requests",
                        participants.topicsOf(task.subjectId()).stream()
                                .map(topic -> new Request(topic.title()))
                                .toList());
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return supports.days(task.subjectId());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Ending ending = answers.requiredChoice("outcome", Ending.class, "Выберите, чем закончилось.");
        LocalDate metOn = answers.requiredDate("metOn", "Укажите день беседы.");
        String reference = answers.text("reference");
        if (ending == Ending.CONTINUE) {
            Entry entry = task.entryByAnybody(answers);
            supports.recordSupport(task.subjectId(), metOn, task.decider(Role.PSYCHOLOGIST, entry), entry);
        } else {
            Participant mentee = participants.get(task.subjectId());
            mentorships.endSearch(
                    mentee.id(),
                    new Decider(mentee.personId(), "Наставляемый"),
                    task.entryOf(answers, mentee.personId()));
        }
        roadmap.reach(task.programmeId(), Outcome.UNMATCHED_SUPPORTED, proof(reference, metOn, task.actor()));
        task.set(UnmatchedSupportProcess.SEARCH_GOES_ON, ending == Ending.CONTINUE);
    }

    private static Proof proof(@Nullable String reference, LocalDate metOn, UUID actor) {
        return reference == null
                ? new Proof(EvidenceKind.SYSTEM, "Поддержка наставляемого без наставника", null, null, metOn, actor)
                : new Proof(EvidenceKind.REFERENCE, reference, null, null, metOn, actor);
    }
}
