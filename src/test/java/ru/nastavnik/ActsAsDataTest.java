package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import ru.nastavnik.documents.ActDecision;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.ActKinds;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.documents.NewActKind;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TestSchool;
import ru.nastavnik.support.Together;

/** Kinds of acts that no code knows, and what holds for the text and the number of every act. */
@Partly(value = "E30", missing = "but for a replacement, no order corrects or repeals another")
class ActsAsDataTest extends DeviationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    private LocalActs acts;

    @Autowired
    private ActKinds kinds;

    @Test
    @DisplayName("the order that appoints the curator is a row of data: from draft to number to acquaintance")
    @Requirement("S0-1.2.3")
    @Partly(value = "S3-1.2", missing = "a municipality does not see which schools have none")
    @Partly(
            value = {"E29", "S4-1b.2.c"},
            missing = "several people may be curators at the same time, and what order a role rests on is free text")
    void orderThatNoCodeKnows_goesItsWay() {
        kinds.demand(school.id, "CURATOR_ORDER");
        kinds.demand(school.id, "IMPLEMENTATION_ORDER");
        year.programmeApproved();
        OpenTask cite = school.curator().task("UserTask_CiteActs");
        assertThat(school.curator().form(cite))
                .containsEntry("act1Kind", "Приказ об утверждении положения о наставничестве")
                .containsEntry("act2Kind", "Положение о наставничестве")
                .containsEntry("act3Kind", "Приказ о назначении куратора")
                .containsEntry("act4Kind", "Приказ о внедрении системы (целевой модели) наставничества")
                .doesNotContainEntry("act5Kind", "Другой документ");
        Object[] known = {
            "act1State", "EXISTS", "act1Number", "45-ОД", "act1Date", "2025-08-20",
            "act2State", "EXISTS", "act2Number", "7", "act2Date", "2024-09-02",
            "act4State", "MAKE"
        };
        assertThat(school.curator().refused("UserTask_CiteActs", known).message())
                .isEqualTo("«Приказ о назначении куратора»: отметьте, есть ли такой документ.");
        school.curator().complete(cite, with(known, "act3State", "MAKE"));
        UUID order = one(
                UUID.class,
                "select id from local_act where programme_id = ? and kind = 'CURATOR_ORDER'",
                year.programmeId);

        school.as("deputy")
                .complete(
                        task(school.as("deputy"), "UserTask_DraftAct", "Приказ о назначении куратора"),
                        "outcome",
                        "DONE",
                        "title",
                        "О назначении куратора",
                        "text",
                        "Назначить куратором Кураторович А. Е.");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        OpenTask register = school.clerk().task("UserTask_RegisterAct");
        assertThat(school.clerk().form(register))
                .as("what follows 45-ОД, and whom it concerns")
                .containsEntry("number", "46-ОД")
                .containsEntry("acquaintIds", List.of(school.personOf("curator").toString()));
        assertThat(school.clerk()
                        .refused("UserTask_RegisterAct", "number", "46-ОД", "date", "2025-08-31")
                        .message())
                .startsWith("Дата регистрации: не раньше 01.09.2025, это день утверждения.");
        assertThat(school.clerk()
                        .refused("UserTask_RegisterAct", "number", "46-ОД", "date", "2025-09-02")
                        .message())
                .isEqualTo("Дата регистрации: этот день ещё не наступил. Укажите сегодняшний день или более ранний.");
        assertThat(school.clerk()
                        .refused("UserTask_RegisterAct", "number", "№ 45 – oд", "date", "2025-09-01")
                        .message())
                .startsWith("Номер 45 – oд в журнале приказов за 2025 год уже занят.");
        school.clerk()
                .complete(
                        register,
                        "number",
                        "46-ОД",
                        "date",
                        "2025-09-01",
                        "acquaintIds",
                        List.of(school.personOf("curator").toString()));

        assertThat(text("select state from local_act where id = ?", order)).isEqualTo("IN_FORCE");
        assertThat(school.curator().get("/acknowledgements").body())
                .contains("Приказ о назначении куратора № 46-ОД от 01.09.2025")
                .contains("Назначить куратором Кураторович А. Е.");
        post(school.curator(), "/acknowledgements", "/acknowledgements/" + order, Map.of(), "Ознакомление отмечено.");
        assertThat(texts(
                        "select d.verdict from decision_record d join local_act a on a.id = d.subject_id "
                                + "and a.text_id = d.text_id where a.id = ? order by d.recorded_at",
                        order))
                .as("decided and acknowledged on the very text that is in force")
                .containsExactly("APPROVE", "ACKNOWLEDGED");
        assertThat(running(order)).isZero();

        school.as("deputy")
                .complete("UserTask_DraftAct", "outcome", "DONE", "title", "О внедрении системы", "text", "Внедрить.");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        school.clerk()
                .complete("UserTask_RegisterAct", "number", "47-ОД", "date", "2025-09-01", "acquaintIds", List.of());
        assertThat(text(
                        "select state || ' ' || number from local_act where programme_id = ? and kind = 'IMPLEMENTATION_ORDER'",
                        year.programmeId))
                .isEqualTo("IN_FORCE 47-ОД");
    }

    @Test
    @DisplayName("a school adds a kind of its own: two bodies agree, the deputy decides; no other school has it")
    void kindOfTheSchoolItself_goesTheWayThatTheSchoolHasSaid() {
        NewActKind incentives = new NewActKind(
                "Положение о поощрении наставников",
                "ACTS",
                Role.CURATOR,
                Role.DEPUTY,
                List.of(ActKind.COUNCIL, "Профсоюзный комитет"),
                Set.of());
        String kind = kinds.add(school.id, incentives);
        assertThatThrownBy(() -> kinds.add(school.id, incentives))
                .isInstanceOf(Refusal.class)
                .hasMessage("Вид документа «Положение о поощрении наставников» уже есть.");
        TestSchool other = new TestSchool(organisations, database, port);
        assertThatThrownBy(() -> kinds.demand(other.id, kind)).isInstanceOf(Refusal.class);
        kinds.demand(school.id, kind);
        year.programmeApproved();
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act1State",
                        "NOT_REQUIRED",
                        "act1Reason",
                        "Есть",
                        "act2State",
                        "NOT_REQUIRED",
                        "act2Reason",
                        "Есть",
                        "act3State",
                        "MAKE");

        OpenTask draft = school.curator().task("UserTask_DraftAct");
        assertThat(school.curator().form(draft))
                .containsEntry("agreement", "Педагогический совет, Профсоюзный комитет")
                .containsEntry("councilMayBeDemanded", false);
        school.curator().complete(draft, "outcome", "DONE", "title", "Положение", "text", "1. Общее.");
        assertThat(agreedBy("Педагогический совет", "AGREED")).isEqualTo("Профсоюзный комитет");
        assertThat(agreedBy("Профсоюзный комитет", "REMARKS")).isNull();
        school.curator().complete("UserTask_ReviseAct", "title", "Положение", "text", "1. Общее. 2. Порядок.");
        assertThat(agreedBy("Профсоюзный комитет", "AGREED")).isNull();

        assertThat(school.director().has("UserTask_DecideOnAct")).isFalse();
        OpenTask decide = school.as("deputy").task("UserTask_DecideOnAct");
        assertThat(school.as("deputy").form(decide))
                .containsEntry(
                        "agreedBy",
                        "Педагогический совет: протокол № 1 от 29.08.2025\nПрофсоюзный комитет: протокол № 1 от 29.08.2025");
        school.as("deputy").complete(decide, "decision", "APPROVE", "door", "SCREEN");
        school.clerk().complete("UserTask_RegisterAct", "number", "1", "date", "2025-09-01");
        assertThat(text("select state from local_act where kind = ?", kind)).isEqualTo("IN_FORCE");
        assertThat(texts(
                        "select capacity from decision_record where verdict = 'APPROVE' and subject_kind = 'localAct' "
                                + "and organisation_id = ?",
                        school.id))
                .containsExactly("Заместитель директора");
    }

    @Test
    @DisplayName(
            "the curator adds a journal and a kind of document, and says that the programme needs it: its number is the "
                    + "first of the journal; what is refused stays as it was typed")
    void curatorAddsAKind_andTheProgrammeAsksForIt() {
        TasklistUser curator = school.curator();
        String page = "/documents/kinds";
        assertThat(curator.get("/acknowledgements").body()).contains(page);
        assertThat(school.as("deputy").get(page).status()).isEqualTo(403);
        assertThat(curator.post(page, page + "/journals", Map.of("title", "Распоряжения", "firstNumber", "Р"))
                        .body())
                .contains("Укажите первый номер года: с цифрой", "value=\"Распоряжения\"", "value=\"Р\"");
        Map<String, String> journal = Map.of("title", "Распоряжения", "firstNumber", "№ 1-Р");
        post(curator, page, page + "/journals", journal, "Журнал «Распоряжения» добавлен.");
        assertThat(curator.post(page, page + "/journals", journal).body()).contains("Журнал «Распоряжения» уже есть.");
        String code = text("select code from act_journal where organisation_id = ?", school.id);

        Map<String, String> kind = Map.of(
                "title", "Распоряжение о доплате",
                "journal", code,
                "drafter", "DEPUTY",
                "approver", "DIRECTOR",
                "agreement", "Профсоюзный комитет\nпрофсоюзный комитет",
                "readers", "CURATOR");
        assertThat(curator.post(page, page, kind).body())
                .contains("«профсоюзный комитет» стоит в согласовании дважды.")
                .contains("value=\"Распоряжение о доплате\"", "Профсоюзный комитет\nпрофсоюзный комитет</textarea>")
                .containsPattern("value=\"DEPUTY\"[^>]*selected")
                .containsPattern("value=\"CURATOR\"[^>]*checked");
        Map<String, String> mended = new HashMap<>(kind);
        mended.put("agreement", "");
        post(curator, page, page, mended, "Вид документа «Распоряжение о доплате» добавлен.");
        assertThat(curator.post(page, page, mended).body())
                .contains("Вид документа «Распоряжение о доплате» уже есть.");
        mended.put("title", "приказ о назначении куратора");
        assertThat(curator.post(page, page, mended).body()).contains("«приказ о назначении куратора» уже есть.");
        String added = text("select code from act_kind where organisation_id = ?", school.id);
        TestSchool other = new TestSchool(organisations, database, port);
        assertThat(other.curator().get(page).body()).doesNotContain("Распоряжение о доплате", "Распоряжения");
        assertThat(curator.post(page, page + "/PAIR_ORDER/demand", Map.of()).body())
                .contains("Такой документ появляется по ходу программы сам");
        post(curator, page, page + "/CURATOR_ORDER/demand", Map.of(), "нужен программе.");
        post(curator, page, page + "/CURATOR_ORDER/dispense", Map.of(), "больше не просят.");
        post(curator, page, page + "/" + added + "/demand", Map.of(), "«Распоряжение о доплате» нужен программе.");

        year.programmeApproved();
        Object[] known = {
            "act1State", "NOT_REQUIRED", "act1Reason", "Есть", "act2State", "NOT_REQUIRED", "act2Reason", "Есть"
        };
        curator.complete("UserTask_CiteActs", with(known, "act3State", "MAKE"));
        school.as("deputy")
                .complete("UserTask_DraftAct", "outcome", "DONE", "title", "О доплате", "text", "Доплачивать.");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        OpenTask register = school.clerk().task("UserTask_RegisterAct");
        assertThat(school.clerk().form(register))
                .containsEntry("number", "1-Р")
                .containsEntry("acquaintIds", List.of(school.personOf("curator").toString()));
        school.clerk().complete(register, "number", "1-Р", "date", "2025-09-01", "acquaintIds", List.of());
        assertThat(text("select state from local_act where kind = ?", added)).isEqualTo("IN_FORCE");
        assertThat(curator.get(page).body()).containsPattern("Последний номер этого года\">1-Р<");
    }

    /** @return whose agreement is awaited next; null when nobody's */
    private String agreedBy(String body, String agreement) {
        OpenTask task = school.clerk().task("UserTask_RecordAgreement");
        assertThat(school.clerk().form(task)).containsEntry("body", body);
        school.clerk()
                .complete(
                        task,
                        "minutesNumber",
                        "1",
                        "minutesDate",
                        "2025-08-29",
                        "agreement",
                        agreement,
                        "remark",
                        agreement.equals("REMARKS") ? "Добавить порядок" : null);
        return school.clerk().tasks("UserTask_RecordAgreement").stream()
                .map(next -> Objects.toString(school.clerk().form(next).get("body")))
                .findFirst()
                .orElse(null);
    }

    @Test
    @DisplayName("more acts are demanded than the form has places: those beyond them are drafted")
    void moreActsThanPlaces_areDrafted() {
        for (int i = 1; i <= 5; i++) {
            NewActKind kind = new NewActKind("Приказ " + i, "ORDERS", Role.DEPUTY, Role.DIRECTOR, List.of(), Set.of());
            kinds.demand(school.id, kinds.add(school.id, kind));
        }
        year.programmeApproved();
        OpenTask cite = school.curator().task("UserTask_CiteActs");
        Object[] answers = {};
        for (int place = 1; place <= 6; place++) {
            answers = with(answers, "act" + place + "State", "NOT_REQUIRED", "act" + place + "Reason", "Есть");
        }
        school.curator().complete(cite, answers);
        assertThat(texts("select title from local_act where organisation_id = ?", school.id))
                .containsExactly("Приказ 5");
        assertThat(school.as("deputy").has("UserTask_DraftAct")).isTrue();
    }

    @Test
    @DisplayName("what was drafted is never changed, and a decision names the version that was read")
    void versionOfADraft_isFinal_andIsWhatIsDecidedOn() {
        year.programmeApproved();
        school.curator()
                .complete("UserTask_CiteActs", "act1State", "NOT_REQUIRED", "act1Reason", "Есть", "act2State", "MAKE");
        TasklistUser curator = school.curator();
        OpenTask draft = curator.task("UserTask_DraftAct");
        String file = TasklistUser.json(curator.attach(draft, "положение.pdf", Attempts.PDF))
                .path("id")
                .asText();
        curator.complete(draft, "outcome", "DONE", "title", "Положение", "text", "1. Общее.");
        UUID act = one(UUID.class, "select id from local_act where organisation_id = ?", school.id);
        UUID first = acts.get(act).textId();
        assertThat(column(school.director(), school.director().task("UserTask_DecideOnAct"), "annexes", "title"))
                .containsExactly("положение.pdf");
        school.director()
                .complete("UserTask_DecideOnAct", "decision", "RETURN", "remark", "Дополните.", "door", "SCREEN");
        OpenTask revise = curator.task("UserTask_ReviseAct");
        assertThat(curator.removeFile(revise, file).status()).isEqualTo(200);
        String annex = TasklistUser.json(curator.attach(revise, "порядок.pdf", Attempts.PDF))
                .path("id")
                .asText();
        curator.complete(revise, "title", "Положение", "text", "1. Общее. 2. Порядок.");

        OpenTask decide = school.director().task("UserTask_DecideOnAct");
        assertThat(school.director()
                        .submit(decide.id(), "decision", "APPROVE", "door", "SCREEN", "versionId", first.toString())
                        .status())
                .as("a form that shows what has been changed meanwhile")
                .isEqualTo(400);
        assertThatThrownBy(() -> decide(act, first))
                .isInstanceOf(Refusal.class)
                .hasMessage("Пока вы читали, проект изменили. Откройте задачу заново и прочитайте новую редакцию.");
        school.director().complete(decide, "decision", "APPROVE", "door", "SCREEN");
        UUID second = acts.get(act).textId();
        school.clerk()
                .complete(
                        "UserTask_RegisterAct",
                        "number",
                        "1",
                        "date",
                        "2025-09-01",
                        "acquaintIds",
                        List.of(school.personOf("Жегалкина").toString()));
        String link = "/acknowledgements/" + act + "/annexes/" + annex;
        assertThat(school.as("Жегалкина").get("/acknowledgements").body()).contains(link, "порядок.pdf");
        assertThat(school.as("Жегалкина").get(link).status()).isEqualTo(200);
        assertThat(school.as("Зубченинов").get(link).status()).isEqualTo(404);
        assertThat(school.as("Жегалкина")
                        .get("/acknowledgements/" + act + "/annexes/" + file)
                        .status())
                .as("an annex of a version that was returned")
                .isEqualTo(404);

        assertThat(texts(
                        "select d.verdict || ' ' || v.number || ' ' || v.body from decision_record d "
                                + "join act_version v on v.id = d.text_id where d.subject_id = ? order by d.recorded_at",
                        act))
                .containsExactly("RETURN 1 1. Общее.", "APPROVE 2 1. Общее. 2. Порядок.");
        assertThat(texts("select title from act_annex where version_id = ?", first))
                .as("the director returned it with that file")
                .containsExactly("положение.pdf");
        assertThat(school.director().open(file).body()).isEqualTo(Attempts.PDF);
        for (String change : List.of(
                "update act_version set body = 'Иное' where id = '" + second + "'",
                "delete from act_annex where version_id = '" + first + "'",
                "update local_act set text_id = '" + first + "' where id = '" + act + "'")) {
            assertThatThrownBy(() -> database.update(change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("The text of an act is written once");
        }
    }

    @Test
    @DisplayName("two acts that are registered at the same moment under one number: one of them gets it")
    void oneNumberAtTheSameMoment_isGivenOnce() {
        day("2025-09-01");
        for (int round = 1; round <= 5; round++) {
            UUID one = approved();
            UUID other = approved();
            String next = acts.nextNumber(acts.get(one));
            assertThat(next).isEqualTo(String.valueOf(2 * round - 1));
            List<String> answers = Together.run(registering(one, next), registering(other, "№ " + next));
            assertThat(answers)
                    .as("round %s", round)
                    .containsOnlyOnce("")
                    .anySatisfy(answer -> assertThat(answer).contains("уже занят"));
            UUID left = acts.get(one).number() == null ? one : other;
            acts.register(left, acts.nextNumber(acts.get(left)), DAY);
        }
        assertThatThrownBy(() -> database.update(
                        "update local_act set number_key = '1' where organisation_id = ? and number = '2'", school.id))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("no act has the date of a day that has not come, whichever way it comes into the journal")
    void futureDate_isRefused() {
        day("2025-09-01");
        LocalDate tomorrow = DAY.plusDays(1);
        UUID act = approved();
        List<Runnable> ways = List.of(
                () -> acts.register(act, "1", tomorrow),
                () -> acts.issue(school.id, null, ActKind.OTHER, "Правила", "Текст", "1", tomorrow),
                () -> acts.cite(
                        school.id, null, null, "REGULATION", "1", tomorrow, new Decider(null, "Куратор"), onPaper()));
        for (Runnable way : ways) {
            assertThatThrownBy(way::run)
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "Дата документа: этот день ещё не наступил. Укажите сегодняшний день или более ранний.");
        }
        assertThat(count("select count(*) from local_act where organisation_id = ? and number is not null", school.id))
                .isZero();
    }

    private Callable<String> registering(UUID act, String number) {
        return () -> {
            try {
                acts.register(act, number, DAY);
                return "";
            } catch (Refusal refusal) {
                return refusal.getMessage();
            }
        };
    }

    private UUID approved() {
        UUID act = acts.request(school.id, null, null, ActKind.OTHER, "Правила", Role.CURATOR);
        acts.draft(act, "Правила", "Текст", false, null);
        decide(act, acts.get(act).textId());
        return act;
    }

    private void decide(UUID act, UUID version) {
        acts.decide(act, version, ActDecision.APPROVE, null, new Decider(null, "Директор"), onPaper());
    }

    private static Entry onPaper() {
        return new Entry(Door.PAPER, DAY, PROOF, null);
    }

    private static Object[] with(Object[] answers, Object... more) {
        Object[] all = Arrays.copyOf(answers, answers.length + more.length);
        System.arraycopy(more, 0, all, answers.length, more.length);
        return all;
    }
}
