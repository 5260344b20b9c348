package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.consent.ConsentCollections;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;

class ConsentDeviationsTest extends DeviationTest {

    private static final String REFUSES = MENTEES.get(0);

    @Autowired
    private Roadmap roadmap;

    @Autowired
    private Participants participants;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentCollections collections;

    @Autowired
    private Processes processes;

    @Test
    @DisplayName("who refuses to take part leaves the way without an error, and no pair is offered to them")
    @Requirement({"S0-2.3", "S1-2.2"})
    void whoRefusesToTakePart_leavesTheWay() {
        year.programmeApproved().gathered();
        refuses(REFUSES, "Участие");
        year.consented(MENTEES.get(1)).consented(MENTEES.get(2));
        MENTORS.forEach(year::consented);
        year.on("2025-09-20");

        assertThat(text("select state from participant where id = ?", participant(REFUSES, "MENTEE")))
                .isEqualTo("REFUSED");
        assertThat(passed("PersonalConsentProcess", participant(REFUSES, "MENTEE")))
                .contains("EndEvent_PersonAnswered");
        assertThat(count(
                        "select count(*) from participant_topic where participant_id = ?",
                        participant(REFUSES, "MENTEE")))
                .as("topics of whoever refused")
                .isZero();
        assertThat(rowState("S2-2.2")).isEqualTo("DONE");
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(labels(match, "mentees")).hasSize(2).noneMatch(label -> label.contains(REFUSES));
        school.curator().complete(match, "step", "FINISH");
        assertThat(texts(
                        "select p.last_name from unmatched_support u join participant t on t.id = u.participant_id "
                                + "join person_data p on p.person_id = t.person_id where t.programme_id = ? order by 1",
                        year.programmeId))
                .containsExactly(MENTEES.get(1), MENTEES.get(2));
    }

    @Test
    @DisplayName("a mentee who enters the bank after the list has closed: the curator gets the task to match at once")
    @Requirement("E24")
    void menteeEntersTheBankLate_curatorIsToldAtOnce() {
        year.programmeApproved().gathered();
        year.consented(MENTEES.get(0)).consented(MENTEES.get(1));
        MENTORS.forEach(year::consented);
        year.on("2025-09-20");
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        assertThat(school.curator().has("UserTask_MatchPairs")).isFalse();

        year.consented(MENTEES.get(2));
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(labels(match, "mentees")).anyMatch(label -> label.contains(MENTEES.get(2)));
    }

    @Test
    @DisplayName("two programmes ask the same person: each has its own task, and the end of one leaves the other")
    void twoProgrammesAskTheSamePerson_eachHasItsTask() {
        year.programmeApproved().gathered();
        String mentee = MENTEES.get(1);
        UUID next = nextProgramme(mentee);
        assertThat(school.as(mentee).tasks("UserTask_GiveConsents")).hasSize(2);

        processes.endAll(year.programmeId, Set.of());
        consents.takeBackAll(year.programmeId);
        assertThat(school.as(mentee).tasks("UserTask_GiveConsents")).hasSize(1);
        assertThat(texts("select distinct state from consent where person_id = ?", school.personOf(mentee)))
                .as("the other programme still waits")
                .containsExactly("AWAITED");
        assertThat(texts("select distinct state from consent where person_id = ?", school.personOf(MENTEES.get(2))))
                .as("nobody waits any more")
                .containsExactly("TAKEN_BACK");
        year.consented(mentee);
        assertThat(texts("select distinct state from consent where person_id = ?", school.personOf(mentee)))
                .containsExactly("GIVEN");
        assertThat(text(
                        "select state from participant where programme_id = ? and person_id = ?",
                        next,
                        school.personOf(mentee)))
                .isEqualTo("IN_BANK");
        assertThat(text("select state from participant where id = ?", participant(mentee, "MENTEE")))
                .as("in the programme that has ended")
                .isEqualTo("APPLIED");
    }

    @Test
    @DisplayName("two programmes ask the same person: one answer serves both, and both tasks end")
    void oneAnswer_servesBothProgrammes() {
        year.programmeApproved().gathered();
        String mentee = MENTEES.get(1);
        UUID next = nextProgramme(mentee);
        assertThat(count("select count(*) from consent where person_id = ?", school.personOf(mentee)))
                .as("asked once")
                .isEqualTo(3);

        year.consented(mentee);
        assertThat(school.as(mentee).has("UserTask_GiveConsents")).isFalse();
        assertThat(texts(
                        "select distinct state from participant where person_id = ? and programme_id in (?, ?)",
                        school.personOf(mentee),
                        year.programmeId,
                        next))
                .containsExactly("IN_BANK");
    }

    @Test
    @DisplayName("next year's programme asks nothing of whoever has consented; what has run out is asked again")
    @Requirement("S4-2.11.b")
    void consentThatHolds_isNotAskedNextYear_oneThatHasRunOutIs() {
        year.programmeApproved().gathered();
        String mentee = MENTEES.get(1);
        year.consented(mentee);
        UUID person = school.personOf(mentee);
        day("2026-08-25");
        UUID next = nextProgramme(mentee);
        assertThat(school.as(mentee).has("UserTask_GiveConsents")).isFalse();
        assertThat(eventsOf(consent(person, "PROCESSING", "SELF"))).containsExactly("AWAITED", "GIVEN");
        assertThat(text("select state from participant where programme_id = ? and person_id = ?", next, person))
                .isEqualTo("IN_BANK");

        day("2028-08-31");
        UUID last = consents.openCollection(school.id, next, Side.MENTEE);
        consents.ask(last, List.of(person));
        assertThat(consents.awaited(last)).as("on the last day of three years").isEmpty();
        day("2028-09-01");
        UUID after = consents.openCollection(school.id, next, Side.MENTEE);
        consents.ask(after, List.of(person));
        assertThat(consents.awaited(after))
                .extracting(consent -> consent.kind().code())
                .containsExactlyInAnyOrder("PROCESSING", "IMAGE");
        assertThat(eventsOf(consent(person, "PROCESSING", "SELF"))).containsExactly("AWAITED", "GIVEN", "AWAITED");
        assertThat(eventsOf(consent(person, "PARTICIPATION", "SELF"))).containsExactly("AWAITED", "GIVEN");
    }

    @Test
    @DisplayName("a refusal that is asked again later stays in what has happened, and nobody can rewrite that")
    void everyStep_isKept_andCannotBeRewritten() {
        year.programmeApproved().gathered();
        refuses(REFUSES, "Участие");
        UUID person = school.personOf(REFUSES);
        UUID participation = consent(person, "PARTICIPATION", "SELF");
        assertThat(eventsOf(participation)).containsExactly("AWAITED", "REFUSED");
        nextProgramme(REFUSES);
        year.consented(REFUSES);

        assertThat(eventsOf(participation)).containsExactly("AWAITED", "REFUSED", "AWAITED", "GIVEN");
        assertThat(school.curator().get("/consents").body())
                .contains("01.09.2025: отказ, на экране", "01.09.2025: согласие получено, на экране");
        assertThat(texts(
                        "select distinct d.text_id::text from decision_record d join consent c on c.id = d.subject_id "
                                + "where c.id = ?",
                        participation))
                .as("the version that was answered to")
                .containsExactly(
                        text("select id::text from consent_text where kind = 'PARTICIPATION' and version = 1"));
        for (String rewriting : List.of(
                "update consent_event set state = 'GIVEN' where state = 'REFUSED'",
                "delete from consent_event",
                "update decision_record set verdict = 'GIVEN' where verdict = 'REFUSED' and subject_kind = 'consent'",
                "delete from decision_record where subject_kind = 'consent'")) {
            assertThatThrownBy(() -> database.update(rewriting))
                    .as(rewriting)
                    .hasMessageContaining("What has happened to a consent is not rewritten");
        }
        assertThatThrownBy(() -> database.update("update consent set state = 'REFUSED' where id = ?", participation))
                .as("a state that is not the last event's")
                .hasMessageContaining("fk_consent_event");
    }

    @Test
    @DisplayName("who does not want to be pictured takes part all the same; whoever publishes sees the name")
    void refusedPicture_stopsNobody_andIsShownToTheEditor() {
        year.programmeApproved().gathered();
        refuses(REFUSES, "Использование изображения");
        MENTEES.subList(1, 3).forEach(year::consented);
        refuses(MENTORS.get(0), "Использование изображения");
        MENTORS.subList(1, 3).forEach(year::consented);
        assertThat(texts("select distinct state from participant where programme_id = ?", year.programmeId))
                .containsExactly("IN_BANK");
        assertThat(rowState("S2-2.2")).isEqualTo("DONE");
        OpenTask news = school.as("editor").task("UserTask_PublishNews");
        assertThat(school.as("editor").form(news).get("withoutPicture"))
                .isEqualTo(REFUSES + " А. Е.; " + MENTORS.get(0) + " А. Е.");

        year.on("2025-09-20")
                .pairsProposed(REFUSES, MENTORS.get(0))
                .pairsApproved(REFUSES)
                .pairOrderRegistered("101-ОД");
        assertThat(pairState(REFUSES)).isEqualTo("ACTIVE");
    }

    private UUID nextProgramme(String mentee) {
        UUID next = roadmap.createProgramme(
                school.id,
                "SCHOOL-TEACHERS-2025",
                "STAFF",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31),
                (stage, kind) -> Role.CURATOR);
        participants.enter(
                next,
                school.id,
                school.personOf(mentee),
                Side.MENTEE,
                List.of(participants.topics().get(0).code()),
                new Decider(school.personOf(mentee), Side.MENTEE.title()),
                new Entry(Door.SCREEN, LocalDate.of(2025, 9, 1), null, null));
        collections.start(school.id, next, Side.MENTEE);
        school.background.run();
        return next;
    }

    @Test
    @DisplayName(
            "on the screen nobody consents until the director has named the agreement that makes a mark a signature")
    @Partly(
            value = "E2",
            missing = "on the screen the address and the paper of identity stay blanks; transfer (C2) is not asked for")
    void onTheScreen_onlyByAnAgreement() {
        assertThat(organisations
                        .policy(organisations.register(new Organisation(
                                Organisation.Kind.SCHOOL,
                                "Новая школа",
                                "Новая",
                                null,
                                ZoneId.of("Europe/Moscow"),
                                null)))
                        .consentOnScreen())
                .isFalse();
        String page = "/staff/consents";
        post(school.director(), page, page + "/paper", Map.of(), "Сейчас – только на бумаге");
        year.programmeApproved().gathered();
        OpenTask task = school.as(REFUSES).task("UserTask_GiveConsents");
        assertThat(school.as(REFUSES).form(task)).containsEntry("onScreen", false);
        assertThat(school.as(REFUSES)
                        .submit(task.id(), SchoolYear.consents(school.as(REFUSES), task, List.of("door", "SCREEN")))
                        .message())
                .startsWith("В вашем учреждении согласие дают на бумаге.");

        school.curator().post("/staff", page + "/screen", Map.of("basis", "приказ № 3"));
        post(school.director(), page, page + "/screen", Map.of("basis", " "), "Назовите соглашение");
        assertThat(organisations.policy(school.id).consentOnScreen()).isFalse();
        post(
                school.director(),
                page,
                page + "/screen",
                Map.of("basis", "соглашение № 2 от 01.09.2025"),
                "соглашение № 2 от 01.09.2025");
        assertThat(database.queryForMap(
                        "select remark, decided_by from decision_record where subject_id = ? and verdict = "
                                + "'CONSENT_ON_SCREEN'",
                        school.id))
                .isEqualTo(Map.of("remark", "соглашение № 2 от 01.09.2025", "decided_by", school.personOf("director")));
        year.consented(REFUSES);
    }

    @Test
    @DisplayName("nobody is in a bank before their own consents are there")
    @Requirement({"S0-3.3", "S1-3.2"})
    void beforeTheConsents_nobodyIsInABank() {
        year.programmeApproved().gathered().on("2025-09-20");

        assertThat(texts("select distinct state from participant where programme_id = ?", year.programmeId))
                .containsExactly("APPLIED");
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(labels(match, "mentees")).isEmpty();
        assertThat(labels(match, "mentors")).isEmpty();
        assertThat(rowState("S2-2.2")).isNotEqualTo("DONE");
    }

    @Test
    @DisplayName("whoever has given a consent already is not asked for it again, only for what is new")
    @Requirement("S4-2.11.b")
    void consentThatIsThere_isNotAskedForAgain() {
        String both = MENTEES.get(1);
        year.programmeApproved();
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        year.people(List.of(REFUSES, both)),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        year.consented(both);
        OpenTask candidates = school.as("lead").task("UserTask_ProposeMentors");
        school.as("lead")
                .complete(
                        candidates,
                        "personIds",
                        year.people(List.of(MENTORS.get(0), both)),
                        "topics",
                        school.as("lead").options(candidates, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");

        assertThat(asked(both)).containsExactly("Дополнительные обязанности наставника");
        assertThat(asked(MENTORS.get(0)))
                .containsExactly(
                        "Обработка персональных данных",
                        "Участие в программе наставничества",
                        "Дополнительные обязанности наставника",
                        "Использование изображения");
        assertThat(texts(
                        "select kind || ' ' || state from consent where person_id = ? order by 1",
                        school.personOf(both)))
                .containsExactly("EXTRA_DUTIES AWAITED", "IMAGE GIVEN", "PARTICIPATION GIVEN", "PROCESSING GIVEN");
    }

    private List<String> asked(String name) {
        Map<String, Object> form = school.as(name).form(school.as(name).task("UserTask_GiveConsents"));
        return Stream.of(1, 2, 3, 4, 5, 6)
                .map(i -> (String) form.get("title" + i))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    @DisplayName("the curator marks signed sheets: the tasks on people's screens end, the collection ends with the "
            + "last sheet")
    void answersFromPaper_endTheTasksOnTheScreen() {
        year.programmeApproved().gathered();
        OpenTask sheets = task(school.curator(), "UserTask_MarkConsents", "Наставляемые");
        List<String> awaited = school.curator().options(sheets, "awaited");
        assertThat(awaited).hasSize(9);
        assertThat(school.curator()
                        .submit(sheets.id(), "givenIds", awaited, "door", "SCREEN")
                        .message())
                .startsWith("На экране каждый отвечает сам, в своей задаче.");
        assertThat(school.curator()
                        .submit(sheets.id(), "givenIds", awaited, "door", "PAPER")
                        .message())
                .isEqualTo("Укажите, где лежит бумага: номер дела и лист.");
        assertThat(school.curator()
                        .submit(sheets.id(), "givenIds", awaited, "door", "WORDS", "proof", "Куратору по телефону")
                        .message())
                .startsWith("Согласие нужно письменное");
        assertThat(count("select count(*) from consent where organisation_id = ? and state <> 'AWAITED'", school.id))
                .isZero();

        List<String> first = List.of(school.curator().option(sheets, "awaited", MENTEES.get(1)));
        school.curator().complete(sheets, "givenIds", first, "door", "PAPER", "proof", PROOF);
        OpenTask rest = task(school.curator(), "UserTask_MarkConsents", "Наставляемые");
        school.curator()
                .complete(rest, "givenIds", school.curator().options(rest, "awaited"), "door", "PAPER", "proof", PROOF);

        UUID collectionId = one(
                UUID.class,
                "select distinct collection_id from consent_request r join consent c on c.id = r.consent_id where person_id = ?",
                school.personOf(REFUSES));
        assertThat(passed("ConsentCollectionProcess", collectionId))
                .contains("EndEvent_ConsentsAnswered")
                .doesNotContain("EndEvent_AnsweredOnScreen");
        for (String mentee : MENTEES) {
            assertThat(school.as(mentee).has("UserTask_GiveConsents")).isFalse();
            assertThat(passed("PersonalConsentProcess", participant(mentee, "MENTEE")))
                    .contains("EndEvent_PaperAnswerRecorded")
                    .doesNotContain("EndEvent_PersonAnswered");
        }
        assertThat(texts(
                        "select distinct d.door || ', ' || d.proof from consent_request r join decision_record d "
                                + "on d.subject_id = r.consent_id where r.collection_id = ?",
                        collectionId))
                .containsExactly("PAPER, " + PROOF);
        assertThat(texts(
                        "select distinct state from participant where programme_id = ? and side = 'MENTEE'",
                        year.programmeId))
                .containsExactly("IN_BANK");
    }

    @Test
    @DisplayName("who is silent is reminded twice, then the curator asks; a refusal may be entered from their words")
    void whoIsSilent_isRemindedTwice_thenTheCuratorAsks() {
        year.programmeApproved().gathered();
        String silent = MENTEES.get(2);
        year.consented(MENTEES.get(0)).consented(MENTEES.get(1));
        for (String week : List.of("2025-09-09", "2025-09-17", "2025-09-21")) {
            day(week);
            assertThat(school.curator().has("UserTask_ContactSilent")).isFalse();
        }
        assertThat(notices(silent, "CONSENT_AWAITED")).isEqualTo(2);
        assertThat(notices(MENTEES.get(0), "CONSENT_AWAITED")).isZero();

        day("2025-09-23");
        assertThat(notices(silent, "CONSENT_AWAITED")).isEqualTo(2);
        assertThat(school.as(silent).get("/").body())
                .as("told twice, it stands there once")
                .containsOnlyOnce("<a href=\"/camunda/app/tasklist/default/\">Школа ждёт вашего ответа");
        OpenTask contact = task(school.curator(), "UserTask_ContactSilent", "Наставляемые");
        assertThat(column(school.curator(), contact, "silent", "person"))
                .hasSize(3)
                .allMatch(person -> person.startsWith(silent));
        school.curator().complete(contact, "note", "Говорит, что времени нет.");
        OpenTask sheets = task(school.curator(), "UserTask_MarkConsents", "Наставляемые");
        school.curator()
                .complete(
                        sheets,
                        "refusedIds",
                        List.of(school.curator().option(sheets, "awaited", "Участие в программе наставничества")),
                        "door",
                        "WORDS",
                        "proof",
                        "Куратору по телефону");

        UUID collectionId = one(
                UUID.class,
                "select distinct collection_id from consent_request r join consent c on c.id = r.consent_id where person_id = ?",
                school.personOf(silent));
        assertThat(passed("ConsentCollectionProcess", collectionId))
                .contains("EndEvent_ConsentReminded", "EndEvent_SilentContacted", "EndEvent_ConsentsAnswered");
        assertThat(school.as(silent).get("/").body()).contains("Новых напоминаний нет.");
        assertThat(text("select state from participant where id = ?", participant(silent, "MENTEE")))
                .isEqualTo("REFUSED");
        assertThat(school.as(silent).has("UserTask_GiveConsents")).isFalse();
    }

    @Test
    @DisplayName("a sheet brought in meanwhile does not put off the reminders to the others")
    void oneSheetBroughtIn_doesNotPutOffTheReminders() {
        year.programmeApproved().gathered();
        String silent = MENTEES.get(2);
        day("2025-09-05");
        OpenTask sheets = task(school.curator(), "UserTask_MarkConsents", "Наставляемые");
        school.curator()
                .complete(
                        sheets,
                        "givenIds",
                        List.of(school.curator().option(sheets, "awaited", MENTEES.get(1))),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);

        day("2025-09-09");
        assertThat(notices(silent, "CONSENT_AWAITED")).isEqualTo(1);
        day("2025-09-17");
        assertThat(notices(silent, "CONSENT_AWAITED")).isEqualTo(2);
        assertThat(school.curator().has("UserTask_ContactSilent")).isFalse();
        day("2025-09-23");
        assertThat(school.curator().tasks("UserTask_ContactSilent")).isNotEmpty();
        assertThat(notices(silent, "CONSENT_AWAITED")).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private List<String> labels(OpenTask task, String options) {
        return ((List<Map<String, String>>) school.curator().form(task).get(options))
                .stream().map(choice -> choice.get("label")).toList();
    }
}
