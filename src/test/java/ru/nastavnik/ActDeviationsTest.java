package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.documents.ActDecision;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

class ActDeviationsTest extends DeviationTest {

    private static final String PROCESS = "LocalActApprovalProcess";

    @Autowired
    private LocalActs acts;

    private UUID actId;

    @BeforeEach
    void regulationIsToBeMade() {
        year.programmeApproved();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "EXISTS",
                        "act1Number",
                        "45-ОД",
                        "act1Date",
                        "2025-08-20");
        actId = one(
                UUID.class,
                "select id from local_act where programme_id = ? and kind = 'REGULATION'",
                year.programmeId);
    }

    @Test
    @DisplayName("an act that the director returned is mended and approved, without asking the council again")
    @Requirement({"S0-1.2.1", "S4-3.1.d"})
    @Partly(value = "S4-H.1", missing = "the Regulation does not name the order that has approved it")
    void returnedAct_isMendedAndApproved() {
        drafted(true);
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "1",
                        "minutesDate",
                        "2025-08-29",
                        "agreement",
                        "AGREED");
        assertThat(school.director()
                        .refused("UserTask_DecideOnAct", "decision", "RETURN", "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите, что исправить: проект вернётся на доработку.");
        school.director()
                .complete(
                        "UserTask_DecideOnAct",
                        "decision",
                        "RETURN",
                        "remark",
                        "Уточните пункт 2.3.",
                        "door",
                        "SCREEN");
        assertThat(actState()).isEqualTo("RETURNED");

        OpenTask revise = school.curator().task("UserTask_ReviseAct");
        assertThat(column(school.curator(), revise, "remarks", "remark")).containsExactly("Уточните пункт 2.3.");
        assertThat(column(school.curator(), revise, "remarks", "author"))
                .containsExactly("Директоренко А. Е., директор");
        school.curator().complete(revise, "title", "Положение о наставничестве", "text", "2.3. Не более одного года.");

        assertThat(openTasks(actId)).containsExactly("UserTask_DecideOnAct");
        assertThat(school.director().form(school.director().task("UserTask_DecideOnAct")))
                .containsEntry("agreedBy", "Педагогический совет: протокол № 1 от 29.08.2025");
        approvedAndRegistered("12");
        assertThat(database.queryForMap(
                        "select a.state, a.number, v.body, g.minutes, g.agreed_on::text from local_act a "
                                + "join act_version v on v.id = a.text_id join act_agreement g on g.act_id = a.id where a.id = ?",
                        actId))
                .isEqualTo(Map.of(
                        "state",
                        "IN_FORCE",
                        "number",
                        "12",
                        "body",
                        "2.3. Не более одного года.",
                        "minutes",
                        "1",
                        "agreed_on",
                        "2025-08-29"));
        assertThat(texts("select capacity from decision_record where subject_id = ? and verdict = 'AGREED'", actId))
                .as("the body that has adopted it")
                .containsExactly("Педагогический совет");
        assertThat(rowState("S2-1.2")).isEqualTo("DONE");
        assertThat(passed(PROCESS, actId))
                .contains("UserTask_ReviseAct", "EndEvent_ActInForce")
                .doesNotContain("EndEvent_ActRejected", "EndEvent_ActCited");
        assertThat(running(actId)).isZero();
    }

    @Test
    @DisplayName("the council has remarks: the draft is mended and goes to the council once more")
    void councilHasRemarks_draftGoesToItAgain() {
        drafted(true);
        assertThat(school.clerk()
                        .refused(
                                "UserTask_RecordAgreement",
                                "minutesNumber",
                                "1",
                                "minutesDate",
                                "2025-08-29",
                                "agreement",
                                "REMARKS")
                        .message())
                .isEqualTo("Напишите, что просят исправить.");
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "1",
                        "minutesDate",
                        "2025-08-29",
                        "agreement",
                        "REMARKS",
                        "remark",
                        "Добавить порядок замены.");
        assertThat(school.director().has("UserTask_DecideOnAct")).isFalse();

        school.curator().complete("UserTask_ReviseAct", "title", "Положение", "text", "3. Порядок замены.");
        assertThat(openTasks(actId)).containsExactly("UserTask_RecordAgreement");
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "2",
                        "minutesDate",
                        "2025-09-01",
                        "agreement",
                        "AGREED");
        approvedAndRegistered("12");

        assertThat(text("select minutes from act_agreement where act_id = ?", actId))
                .isEqualTo("2");
        assertThat(texts("select verdict from decision_record where subject_id = ? order by recorded_at", actId))
                .containsExactlyInAnyOrder("REMARKS", "AGREED", "APPROVE");
        assertThat(actState()).isEqualTo("IN_FORCE");
    }

    @Test
    @DisplayName("an act that the director rejected ends, with his reason; its author is asked anew, and names another")
    void rejectedAct_isAskedForAnew() {
        drafted(false);
        assertThat(school.director()
                        .refused("UserTask_DecideOnAct", "decision", "REJECT", "door", "SCREEN")
                        .message())
                .isEqualTo("Напишите, почему документ отклонён.");
        school.director()
                .complete(
                        "UserTask_DecideOnAct", "decision", "REJECT", "remark", "Действует прежнее.", "door", "SCREEN");

        assertThat(actState()).isEqualTo("REJECTED");
        assertThat(decision(actId))
                .containsEntry("verdict", "REJECT")
                .containsEntry("remark", "Действует прежнее.")
                .containsEntry("decided_by", school.personOf("director"));
        assertThat(rowState("S2-1.2")).isEqualTo("IN_PROGRESS");
        assertThat(passed(PROCESS, actId))
                .contains("EndEvent_ActRejected")
                .doesNotContain("UserTask_RegisterAct", "EndEvent_ActInForce");
        assertThat(running(actId)).isZero();

        OpenTask anew = school.curator().task("UserTask_DraftAct");
        assertThat(school.curator().form(anew))
                .containsEntry("rejection", "Действует прежнее.")
                .containsEntry("text", "1. Общее.");
        school.curator().complete(anew, "outcome", "EXISTS", "number", "7", "date", "2024-09-02");
        assertThat(rowState("S2-1.2")).isEqualTo("DONE");
        assertThat(actState()).isEqualTo("REJECTED");
    }

    @Test
    @DisplayName("a rejected act is not asked for anew when its row has been closed meanwhile")
    void rejectedActOfClosedRow_isNotAskedForAnew() {
        drafted(false);
        database.update(
                "update measure set state = 'NOT_REQUIRED', reason = 'Решение учредителя' where id = ?",
                rowId("S2-1.2"));
        school.director()
                .complete("UserTask_DecideOnAct", "decision", "REJECT", "remark", "Не нужно.", "door", "SCREEN");

        assertThat(school.curator().has("UserTask_DraftAct")).isFalse();
    }

    @Test
    @DisplayName("an act without a row of the roadmap is not shown the rejection of another one without a row")
    void actWithoutARow_isNotShownTheRejectionOfAnother() {
        UUID rejected = acts.request(school.id, null, null, ActKind.OTHER, "Правила", Role.CURATOR);
        acts.draft(rejected, "Правила", "Текст", false, null);
        acts.decide(
                rejected,
                acts.get(rejected).textId(),
                ActDecision.REJECT,
                "Не нужны",
                new Decider(null, "Директор"),
                new Entry(Door.PAPER, LocalDate.of(2025, 9, 1), PROOF, null));

        UUID another = acts.request(school.id, null, null, ActKind.OTHER, "Порядок", Role.CURATOR);
        assertThat(acts.rejectionBefore(acts.get(another))).isEmpty();
    }

    @Test
    @DisplayName("an act that is there already is named by number and date; nothing is drafted")
    void actIsThereAlready_isOnlyNamed() {
        assertThat(school.curator()
                        .refused("UserTask_DraftAct", "outcome", "EXISTS", "number", "7")
                        .message())
                .isEqualTo("Укажите дату документа, который уже есть.");
        school.curator().complete("UserTask_DraftAct", "outcome", "EXISTS", "number", "7", "date", "2024-09-02");

        assertThat(database.queryForMap("select state, number, cited from local_act where id = ?", actId))
                .isEqualTo(Map.of("state", "IN_FORCE", "number", "7", "cited", true));
        assertThat(rowState("S2-1.2")).isEqualTo("DONE");
        assertThat(count("select count(*) from evidence where act_id = ?", actId))
                .isEqualTo(1);
        assertThat(passed(PROCESS, actId)).contains("EndEvent_ActCited").doesNotContain("UserTask_DecideOnAct");
    }

    @Test
    @DisplayName("an act that is not required closes its row with the reason")
    void actIsNotRequired_closesItsRowWithTheReason() {
        assertThat(school.curator()
                        .refused("UserTask_DraftAct", "outcome", "NOT_REQUIRED")
                        .message())
                .isEqualTo("Напишите, почему документ сейчас не требуется.");
        assertThat(rowState("S2-1.2")).isEqualTo("IN_PROGRESS");
        school.curator()
                .complete("UserTask_DraftAct", "outcome", "NOT_REQUIRED", "reason", "Действует положение учредителя.");

        assertThat(actState()).isEqualTo("NOT_REQUIRED");
        assertThat(database.queryForMap("select state, reason from measure where id = ?", rowId("S2-1.2")))
                .isEqualTo(Map.of("state", "NOT_REQUIRED", "reason", "Действует положение учредителя."));
        assertThat(passed(PROCESS, actId)).contains("EndEvent_ActNotRequired").doesNotContain("EndEvent_ActCited");
    }

    @Test
    @DisplayName("a draft that is handed over is prepared by the other role")
    void handedOverDraft_isPreparedByTheOtherRole() {
        assertThat(school.curator()
                        .refused("UserTask_DraftAct", "outcome", "HANDED_OVER")
                        .message())
                .isEqualTo("Выберите, кому передать подготовку документа.");
        school.curator().complete("UserTask_DraftAct", "outcome", "HANDED_OVER", "handOverTo", "DEPUTY");

        assertThat(school.curator().has("UserTask_DraftAct")).isFalse();
        school.as("deputy")
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение",
                        "text",
                        "1. Общее.",
                        "councilDemanded",
                        false);
        school.director().complete("UserTask_DecideOnAct", "decision", "RETURN", "remark", "Кратко.", "door", "SCREEN");
        assertThat(school.curator().has("UserTask_ReviseAct")).isFalse();
        assertThat(school.as("deputy").has("UserTask_ReviseAct")).isTrue();
    }

    @Test
    @DisplayName("everybody acknowledges on the screen: the clerk has nothing to mark")
    void everybodyAcknowledgesOnTheScreen_sheetIsComplete() {
        inForce("Жегалкина", "Зубченинов");
        assertThat(school.as("Иглокожева")
                        .post("/acknowledgements", "/acknowledgements/" + actId, Map.of())
                        .body())
                .contains("В листе ознакомления с этим документом вас нет.");
        post(
                school.as("Жегалкина"),
                "/acknowledgements",
                "/acknowledgements/" + actId,
                Map.of(),
                "Ознакомление отмечено.");
        assertThat(school.clerk().has("UserTask_MarkAcknowledged")).isTrue();
        post(
                school.as("Зубченинов"),
                "/acknowledgements",
                "/acknowledgements/" + actId,
                Map.of(),
                "Ознакомление отмечено.");

        assertThat(school.clerk().has("UserTask_MarkAcknowledged")).isFalse();
        assertThat(passed("AcknowledgementProcess", actId))
                .contains("EndEvent_AcknowledgedOnScreen")
                .doesNotContain("EndEvent_AllAcknowledged", "EndEvent_AcknowledgementReminded");
    }

    @Test
    @DisplayName("a signature brought in meanwhile does not put off the reminders to the others")
    void oneSignatureBroughtIn_doesNotPutOffTheReminders() {
        inForce("Жегалкина", "Зубченинов");
        day("2025-09-05");
        school.clerk()
                .complete(
                        "UserTask_MarkAcknowledged",
                        "personIds",
                        List.of(school.personOf("Жегалкина").toString()),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);

        day("2025-09-09");
        assertThat(notices("Зубченинов", "ACKNOWLEDGEMENT_AWAITED")).isEqualTo(1);
        for (String week : List.of("2025-09-17", "2025-09-25", "2025-10-03")) {
            day(week);
        }
        assertThat(notices("Зубченинов", "ACKNOWLEDGEMENT_AWAITED")).isEqualTo(2);
        assertThat(notices("Жегалкина", "ACKNOWLEDGEMENT_AWAITED")).isZero();
    }

    @Test
    @DisplayName("whoever does not acknowledge is reminded twice, and nobody else; the clerk marks the rest from paper")
    void whoeverDoesNotAcknowledge_isRemindedTwice() {
        inForce("Жегалкина", "Зубченинов");
        post(
                school.as("Жегалкина"),
                "/acknowledgements",
                "/acknowledgements/" + actId,
                Map.of(),
                "Ознакомление отмечено.");
        for (String week : List.of("2025-09-09", "2025-09-17", "2025-09-25", "2025-10-03")) {
            day(week);
        }
        assertThat(notices("Зубченинов", "ACKNOWLEDGEMENT_AWAITED")).isEqualTo(2);
        assertThat(notices("Жегалкина", "ACKNOWLEDGEMENT_AWAITED")).isZero();

        String rest = school.personOf("Зубченинов").toString();
        assertThat(school.clerk()
                        .refused("UserTask_MarkAcknowledged", "personIds", List.of(rest), "door", "SCREEN")
                        .message())
                .startsWith("На экране каждый отмечает ознакомление сам");
        assertThat(school.clerk()
                        .refused("UserTask_MarkAcknowledged", "personIds", List.of(rest), "door", "PAPER")
                        .message())
                .isEqualTo("Укажите, где лежит бумага: номер дела и лист.");
        school.clerk()
                .complete("UserTask_MarkAcknowledged", "personIds", List.of(rest), "door", "PAPER", "proof", PROOF);
        assertThat(passed("AcknowledgementProcess", actId))
                .contains("EndEvent_AllAcknowledged", "EndEvent_AcknowledgementReminded")
                .doesNotContain("EndEvent_AcknowledgedOnScreen");
    }

    private void drafted(boolean councilDemanded) {
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение",
                        "text",
                        "1. Общее.",
                        "councilDemanded",
                        councilDemanded);
    }

    private void approvedAndRegistered(String number, String... acquainted) {
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        school.clerk()
                .complete(
                        "UserTask_RegisterAct",
                        "number",
                        number,
                        "date",
                        "2025-09-01",
                        "acquaintIds",
                        year.people(List.of(acquainted)));
    }

    private void inForce(String... acquainted) {
        drafted(false);
        approvedAndRegistered("12", acquainted);
        assertThat(actState()).isEqualTo("IN_FORCE");
    }

    private String actState() {
        return text("select state from local_act where id = ?", actId);
    }
}
