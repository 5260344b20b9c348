package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.StatementCounter;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** What one person's «Завершить» costs the database does not grow with every pair that it is about. */
class PairStatementsTest extends SchoolTest {

    private static final int PAIRS = 15;
    private static final int MOST = 120;

    private final Map<String, Integer> statements = new LinkedHashMap<>();

    @AfterEach
    void stopCounting() {
        TasklistUser.aroundSubmit = TasklistUser.NOTHING_ELSE;
    }

    @Test
    @DisplayName("fifteen pairs: proposed, decided, ordered")
    void fifteenPairs_costFewStatements() {
        List<String> mentees = people("mentee-", school::person);
        List<String> mentors = people("mentor-", (key, surname) -> school.staff(key, surname, null));
        SchoolYear year = new SchoolYear(school, this::day).programmeApproved();
        TasklistUser.aroundSubmit = this::count;
        banksFilledOnPaper(mentees, mentors);
        year.on("2025-09-20");
        IntStream.range(0, PAIRS).forEach(i -> proposed(surname(mentees.get(i)), surname(mentors.get(i))));
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        school.director()
                .complete(approve, "approvedIds", school.director().options(approve, "pairOptions"), "door", "SCREEN");
        year.pairOrderRegistered("101-ОД").personalProgrammesApproved(mentors);
        year.on("2025-10-01").meetingsMarkedBy(mentors.get(0), 2);

        assertThat(database.queryForObject(
                        "select count(*) from mentorship where organisation_id = ? and state = 'ACTIVE'",
                        Long.class,
                        school.id))
                .isEqualTo(PAIRS);
        assertThat(statements)
                .containsOnlyKeys(
                        "UserTask_CollectRequests",
                        "UserTask_ProposeMentors",
                        "UserTask_MarkConsents",
                        "UserTask_MatchPairs",
                        "UserTask_ApprovePairList",
                        "UserTask_RegisterPairOrder",
                        "UserTask_MarkAcknowledged",
                        "UserTask_DraftPersonalProgramme",
                        "UserTask_ApprovePersonalProgrammes",
                        "UserTask_MarkMeetings");
        statements.forEach(
                (task, sent) -> assertThat(sent).as("statements of %s", task).isLessThanOrEqualTo(MOST));
    }

    private void count(TasklistUser user, OpenTask task, Object[] answers, Runnable submit) {
        int before = StatementCounter.statements();
        submit.run();
        statements.merge(task.key(), StatementCounter.statements() - before, Math::max);
    }

    /** Logins are Latin, names are not. */
    private static String surname(String key) {
        char letter = (char) (key.charAt(key.length() - 1) - 'a' + 'а');
        return (key.startsWith("mentor") ? "Наставник" : "Подопечный") + letter;
    }

    private static List<String> people(String kind, BiConsumer<String, String> entered) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            String name = kind + (char) ('a' + i);
            entered.accept(name, surname(name));
            names.add(name);
        }
        return names;
    }

    private void banksFilledOnPaper(List<String> mentees, List<String> mentors) {
        named("curator", "UserTask_CollectRequests", mentees);
        named("lead", "UserTask_ProposeMentors", mentors);
        for (OpenTask consents : school.curator().tasks("UserTask_MarkConsents")) {
            school.curator()
                    .complete(
                            consents,
                            "givenIds",
                            school.curator().options(consents, "awaited"),
                            "door",
                            "PAPER",
                            "proof",
                            "дело 05-12, л. 2");
        }
    }

    private void named(String who, String taskKey, List<String> names) {
        OpenTask task = school.as(who).task(taskKey);
        school.as(who)
                .complete(
                        task,
                        "personIds",
                        names.stream()
                                .map(name -> school.personOf(name).toString())
                                .toList(),
                        "topics",
                        school.as(who).options(task, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
    }

    private void proposed(String mentee, String mentor) {
        OpenTask task = school.curator().task("UserTask_MatchPairs");
        school.curator()
                .complete(
                        task,
                        "step",
                        "ADD",
                        "menteeId",
                        school.curator().option(task, "mentees", mentee),
                        "mentorId",
                        school.curator().option(task, "mentors", mentor),
                        "pairForm",
                        "TEACHER_TEACHER",
                        "periodFrom",
                        "2025-09-20",
                        "periodTo",
                        "2026-05-31");
    }
}
