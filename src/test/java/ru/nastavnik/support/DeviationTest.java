package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** A school year that goes another way than the straight one, and the questions that such a story asks afterwards. */
public abstract class DeviationTest extends SchoolTest {

    /** Where a paper lies. */
    protected static final String PROOF = "дело 05-12, л. 4";

    @Autowired
    private TaskService tasks;

    protected SchoolYear year;

    @BeforeEach
    void beginYear() {
        year = new SchoolYear(school, this::day);
    }

    /** The programme runs, everybody has consented, the curator matches pairs: 20 September 2025. */
    protected void banksFilled() {
        year.programmeApproved().banksFilled().on("2025-09-20");
    }

    /** Mentee and mentor by turns work in pairs from 20 September 2025 on, their programmes are approved. */
    protected void pairsAtWork(String... menteesAndMentors) {
        banksFilled();
        year.pairsProposed(menteesAndMentors)
                .pairsApproved(everySecond(menteesAndMentors))
                .pairOrderRegistered("101-ОД")
                .personalProgrammesApproved();
    }

    private static String[] everySecond(String[] names) {
        List<String> mentees = new ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            mentees.add(names[i]);
        }
        return mentees.toArray(String[]::new);
    }

    // --- what is in the database ------------------------------------------------------------------

    protected <T> T one(Class<T> type, String sql, Object... parameters) {
        return database.queryForObject(sql, type, parameters);
    }

    protected String text(String sql, Object... parameters) {
        return one(String.class, sql, parameters);
    }

    protected long count(String sql, Object... parameters) {
        return one(Long.class, sql, parameters);
    }

    protected List<String> texts(String sql, Object... parameters) {
        return database.queryForList(sql, String.class, parameters);
    }

    /** @return id of the newest pair of this mentee that has not been dropped */
    protected UUID pairOf(String mentee) {
        return one(
                UUID.class,
                "select m.id from mentorship m join mentorship_member x on x.mentorship_id = m.id "
                        + "left join pair_list l on l.id = m.pair_list_id where x.person_id = ? and x.side = 'MENTEE' "
                        + "and m.state <> 'DROPPED' order by l.opened_at desc limit 1",
                school.personOf(mentee));
    }

    protected String pairState(String mentee) {
        return text("select state from mentorship where id = ?", pairOf(mentee));
    }

    protected UUID participant(String name, String side) {
        return one(
                UUID.class,
                "select id from participant where programme_id = ? and person_id = ? and side = ?",
                year.programmeId,
                school.personOf(name),
                side);
    }

    /** @return state of the row with this reference in the roadmap */
    protected String rowState(String ref) {
        return text(
                "select m.state from measure m join stage s on s.id = m.stage_id where s.programme_id = ? "
                        + "and m.ref = ?",
                year.programmeId,
                ref);
    }

    protected UUID rowId(String ref) {
        return one(
                UUID.class,
                "select m.id from measure m join stage s on s.id = m.stage_id where s.programme_id = ? "
                        + "and m.ref = ?",
                year.programmeId,
                ref);
    }

    protected UUID stageId(int number) {
        return one(UUID.class, "select id from stage where programme_id = ? and number = ?", year.programmeId, number);
    }

    /** @return the last decision about this thing: who, in what capacity, what, through which door, with what proof */
    protected Map<String, Object> decision(UUID subjectId) {
        return database.queryForMap(
                "select d.verdict, d.remark, d.decided_by, d.capacity, d.door, d.proof, d.happened_on, "
                        + "d.recorded_by from decision_record d where d.subject_id = ? order by d.recorded_at desc limit 1",
                subjectId);
    }

    protected long notices(String who, String kind) {
        return count("select count(*) from notice where account_id = ? and kind = ?", school.accountOf(who), kind);
    }

    // --- what the engine has done -----------------------------------------------------------------

    /** @return ids of the nodes that have been passed in the instances of the process with this business key */
    protected Set<String> passed(String processKey, UUID businessKey) {
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey.toString())
                .list();
        assertThat(instances).as("instances of %s", processKey).isNotEmpty();
        return instances.stream()
                .flatMap(
                        instance -> history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .finished()
                                .list()
                                .stream())
                .filter(node -> !node.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    /** @return keys of the open tasks of what has this business key, whoever may see them */
    protected List<String> openTasks(UUID businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey.toString()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    // --- what people do ---------------------------------------------------------------------------

    /** @return the open task of this kind that is about this */
    protected static OpenTask task(TasklistUser user, String key, String about) {
        return user.tasks(key).stream()
                .filter(task -> task.about() != null && task.about().contains(about))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("No task " + key + " about " + about + " among " + user.tasks(key)));
    }

    /** Somebody refuses on the screen what these titles begin with, and agrees to everything else that is asked. */
    protected void refuses(String name, String... titlesRefused) {
        OpenTask task = school.as(name).task("UserTask_GiveConsents");
        school.as(name)
                .complete(task, SchoolYear.consents(school.as(name), task, List.of("door", "SCREEN"), titlesRefused));
    }

    /** The curator enters that this person's consent has been withdrawn by an application on paper. */
    protected Reply withdraws(UUID person, String kind, String giver, String receivedOn) {
        return school.curator()
                .post(
                        "/consents",
                        "/consents/" + consent(person, kind, giver) + "/withdrawal",
                        Map.of("receivedOn", receivedOn, "proof", PROOF));
    }

    protected UUID consent(UUID person, String kind, String giver) {
        return one(
                UUID.class,
                "select id from consent where person_id = ? and kind = ? and giver = ?",
                person,
                kind,
                giver);
    }

    /** @return what has happened to this consent, oldest first */
    protected List<String> eventsOf(UUID consent) {
        return texts("select state from consent_event where consent_id = ? order by number", consent);
    }

    /** Sends a form of one of our pages, which must go well. */
    protected static void post(TasklistUser user, String page, String path, Map<String, String> fields, String done) {
        Reply reply = user.post(page, path, fields);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(done);
    }

    /** @return column of a table that the form shows */
    @SuppressWarnings("unchecked")
    protected static List<String> column(TasklistUser user, OpenTask task, String table, String column) {
        return ((List<Map<String, String>>) user.form(task).get(table))
                .stream().map(row -> row.get(column)).toList();
    }
}
