package ru.nastavnik.process.stages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.participants.Topic;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/** The two forms in which participants are named are the same but for the side. */
@Component
class Applications {

    /** A row of the table. */
    private record Applied(String person, String topics) {}

    private final Participants participants;
    private final People people;

    Applications(Participants participants, People people) {
        this.participants = participants;
        this.people = people;
    }

    void show(TaskContext task, Side side, FormData form) {
        List<Participant> already = participants.of(task.programmeId(), side);
        Map<UUID, String> names =
                people.named(already.stream().map(Participant::personId).toList());
        form.rows(
                "already",
                already.stream()
                        .map(participant -> new Applied(Known.in(names, participant.personId()), topics(participant)))
                        .sorted(RussianText.by(Applied::person))
                        .toList());
        List<Person> people = side == Side.MENTEE
                ? this.people.mayNeedMentor(task.organisationId())
                : this.people.staffOf(task.organisationId());
        form.choices(
                "people",
                People.listed(people).stream()
                        .map(person -> new Choice(person.label(), person.id().toString()))
                        .toList());
        form.choices(
                "topicList",
                participants.topics().stream()
                        .map(topic -> new Choice(topic.title(), topic.code()))
                        .toList());
    }

    private String topics(Participant participant) {
        return participants.topicsOf(participant.id()).stream()
                .map(Topic::title)
                .collect(Collectors.joining(", "));
    }

    /**
     * Names the people that were ticked. From paper or words it is their own wish; entered on the screen it is a proposal
     * of whoever has the task.
     *
     * @return how it was entered
     */
    Entry enter(TaskContext task, Side side, Answers answers, String proposer) {
        List<String> topics = answers.texts("topics");
        if (answers.ids("personIds").isEmpty()) {
            throw Refusal.invalid("Отметьте хотя бы одного человека.");
        }
        Entry entry = task.entryByAnybody(answers);
        participants.enter(
                task.programmeId(),
                task.organisationId(),
                answers.ids("personIds"),
                side,
                topics,
                personId ->
                        entry.door() == Door.SCREEN ? new Decider(null, proposer) : new Decider(personId, side.title()),
                entry);
        return entry;
    }
}
