package ru.nastavnik.process.pairs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairForm;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.PairPeriod;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Topic;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.Roadmap;

@Component
class MatchPairsTask implements TaskWork {

    private enum Step {
        ADD,
        REMOVE,
        FINISH
    }

    private final PairLists lists;
    private final PairForms forms;
    private final Participants participants;
    private final People people;
    private final Organisations organisations;
    private final Roadmap roadmap;

    MatchPairsTask(
            PairLists lists,
            PairForms forms,
            Participants participants,
            People people,
            Organisations organisations,
            Roadmap roadmap) {
        this.lists = lists;
        this.forms = forms;
        this.participants = participants;
        this.people = people;
        this.organisations = organisations;
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return PairFormationProcess.MATCH_PAIRS;
    }

    @Override
    public Set<Outcome> outcomes(UUID pairListId) {
        return Set.of(Outcome.PAIRS_IN_ORDER);
    }

    @Override
    public String about(TaskContext task) {
        return "без наставника: " + lists.mentees(task.programmeId()).size();
    }

    @Override
    public void show(TaskContext task, FormData form) {
        forms.remarks(form, task.subjectId(), "pairList", Set.of("RETURN"));
        form.table("proposed");
        List<Mentorship> listed = lists.pairs(task.subjectId()).stream()
                .filter(pair -> pair.state() != Mentorship.State.APPROVED)
                .toList();
        listed.forEach(pair -> form.row(
                "proposed",
                "mentee",
                people.shortName(pair.menteeId()),
                "mentor",
                people.shortName(pair.mentorId()),
                "period",
                FormData.period(pair.periodFrom(), pair.periodTo()),
                "state",
                pair.stateTitle()));
        form.choices("proposedPairs", forms.pairs(listed));
        form.choices(
                "mentees",
                lists.mentees(task.programmeId()).stream()
                        .map(mentee ->
                                new Choice(withRequests(mentee), mentee.id().toString()))
                        .sorted((one, other) -> one.label().compareTo(other.label()))
                        .toList());
        form.choices("mentors", forms.mentors(lists.mentors(task.programmeId())));
        proposePeriod(task, form);
    }

    private String withRequests(Participant mentee) {
        String topics =
                participants.topicsOf(mentee.id()).stream().map(Topic::title).collect(Collectors.joining(", "));
        return people.shortName(mentee.personId()) + (topics.isEmpty() ? "" : " — " + topics);
    }

    private void proposePeriod(TaskContext task, FormData form) {
        Programme programme = roadmap.programme(task.programmeId());
        LocalDate from = programme.periodFrom().isAfter(task.today()) ? programme.periodFrom() : task.today();
        LocalDate last = PairPeriod.lastAllowedEnd(
                from, organisations.policy(task.organisationId()).maxPairMonths());
        LocalDate to = programme.periodTo().isAfter(last) ? last : programme.periodTo();
        if (!to.isBefore(from)) {
            form.put("periodFrom", from).put("periodTo", to);
        }
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Step step = answers.requiredChoice("step", Step.class, "Выберите, что сделать.");
        switch (step) {
            case ADD ->
                lists.propose(
                        task.subjectId(),
                        answers.requiredId("menteeId", "Выберите наставляемого."),
                        answers.requiredId("mentorId", "Выберите наставника."),
                        answers.requiredChoice("pairForm", PairForm.class, "Выберите вид пары."),
                        answers.date("periodFrom"),
                        answers.date("periodTo"));
            case REMOVE -> lists.drop(task.subjectId(), answers.requiredId("pairId", "Выберите, какую пару убрать."));
            case FINISH -> lists.submit(task.subjectId());
        }
        task.set(PairFormationProcess.MATCHING_FINISHED, step == Step.FINISH);
        task.set(
                PairFormationProcess.PAIRS_PROPOSED,
                !lists.proposed(task.subjectId()).isEmpty());
        // What the director returned earlier has been looked at by now.
        task.set(PairFormationProcess.PAIRS_RETURNED, false);
    }
}
