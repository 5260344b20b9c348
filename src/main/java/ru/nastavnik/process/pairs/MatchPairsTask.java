package ru.nastavnik.process.pairs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.PairForm;
import ru.nastavnik.mentorship.PairKind;
import ru.nastavnik.mentorship.PairLabels;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.PairLists.Proposal;
import ru.nastavnik.mentorship.PairPeriod;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
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
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianText;

@Component
class MatchPairsTask implements TaskWork {

    private enum Step {
        ADD,
        REMOVE,
        FINISH
    }

    private record Row(String mentee, String mentor, String period, String state) {}

    private final PairLists lists;
    private final PairForms forms;
    private final PairLabels labels;
    private final Participants participants;
    private final People people;
    private final Organisations organisations;
    private final Roadmap roadmap;

    MatchPairsTask(
            PairLists lists,
            PairForms forms,
            PairLabels labels,
            Participants participants,
            People people,
            Organisations organisations,
            Roadmap roadmap) {
        this.lists = lists;
        this.forms = forms;
        this.labels = labels;
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
        forms.remarks(form, lists.returns(task.subjectId()));
        List<Mentorship> listed = lists.pairs(task.subjectId()).stream()
                .filter(pair -> pair.state() != Mentorship.State.APPROVED)
                .toList();
        Map<UUID, String> names = labels.names(listed);
        form.rows(
                "proposed",
                listed.stream()
                        .map(pair -> new Row(
                                PairLabels.mentees(pair, names),
                                Known.in(names, pair.mentorId()),
                                FormData.period(pair.periodFrom(), pair.periodTo()),
                                pair.stateTitle()))
                        .toList());
        form.choices("proposedPairs", forms.pairs(listed));
        form.choices("mentees", mentees(task));
        form.choices("mentors", forms.mentors(lists.mentors(task.programmeId())));
        proposePeriod(task, form);
    }

    /** «Петров П. П. — Домашнее задание, Время урока» */
    private List<Choice> mentees(TaskContext task) {
        List<Participant> mentees = lists.mentees(task.programmeId());
        Map<UUID, String> names =
                people.named(mentees.stream().map(Participant::personId).toList());
        Map<UUID, List<Topic>> topics = participants.topicsOf(mentees);
        return mentees.stream()
                .map(mentee -> new Choice(
                        names.get(mentee.personId()) + requests(Known.in(topics, mentee.id())),
                        mentee.id().toString()))
                .sorted(RussianText.by(Choice::label))
                .toList();
    }

    private static String requests(List<Topic> topics) {
        return topics.isEmpty() ? "" : topics.stream().map(Topic::title).collect(Collectors.joining(", ", " — ", ""));
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
    public DayBounds days(TaskContext task, String key) {
        return lists.periodDays(task.programmeId(), key.equals("periodTo"));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Step step = answers.requiredChoice("step", Step.class, "Выберите, что сделать.");
        switch (step) {
            case ADD -> propose(task, answers);
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

    private void propose(TaskContext task, Answers answers) {
        boolean group = answers.flag("group");
        lists.propose(
                task.subjectId(),
                new Proposal(
                        group ? PairKind.GROUP : PairKind.INDIVIDUAL,
                        group
                                ? answers.ids("menteeIds")
                                : List.of(answers.requiredId("menteeId", "Выберите наставляемого.")),
                        answers.requiredId("mentorId", "Выберите наставника."),
                        answers.requiredChoice("pairForm", PairForm.class, "Выберите вид пары."),
                        answers.date("periodFrom"),
                        answers.date("periodTo"),
                        answers.flag("groupAgreed")),
                task.decider(Role.CURATOR),
                task.onScreen());
    }
}
