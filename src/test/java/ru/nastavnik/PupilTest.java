package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** A pupil takes part: entered by the curator, never at a screen, and not without the representative. */
class PupilTest extends DeviationTest {

    private static final String PUPIL = "Отроков";
    private static final String PARENT = "Родителева";
    private static final String MENTOR = SchoolYear.MENTORS.get(0);

    @Test
    @DisplayName("a pupil enters the bank when the pupil's own sheet and the representative's are there on paper")
    @Requirement({"E3", "E11", "S4-2.3.a", "S4-2.11.c", "S4-R2.5b"})
    @Partly(value = "E1", missing = "what somebody asks for or can help in is kept beside the name before the consent")
    void pupil_entersTheBankWithTheRepresentativesConsentsOnPaper() {
        year.programmeApproved();
        assertThat(entered("2013-05-04", "")).contains("Ученику нет 18 лет: внесите законного представителя");
        assertThat(count(
                        "select count(*) from person join person_data on person_id = id where last_name = ? and organisation_id = ?",
                        PUPIL,
                        school.id))
                .isZero();
        assertThat(entered("2013-05-04", PARENT))
                .contains(
                        "Ученик внесён. Теперь его можно отметить в задаче «Собрать запросы педагогов».",
                        "Дата рождения: ",
                        "04.05.2013",
                        PARENT);
        UUID pupil = pupil();

        name(PUPIL);
        assertThat(texts("select kind || ' ' || giver from consent where person_id = ? order by 1", pupil))
                .containsExactly(
                        "IMAGE REPRESENTATIVE",
                        "IMAGE SELF",
                        "PARTICIPATION REPRESENTATIVE",
                        "PARTICIPATION SELF",
                        "PROCESSING REPRESENTATIVE");
        OpenTask consents = school.curator().task("UserTask_MarkConsents");
        List<String> ofRepresentative =
                texts("select id::text from consent where person_id = ? and giver = " + "'REPRESENTATIVE'", pupil);
        assertThat(school.curator()
                        .refused("UserTask_MarkConsents", "givenIds", ofRepresentative, "door", "SCREEN")
                        .message())
                .startsWith("На экране каждый отвечает сам");
        assertThat(school.curator()
                        .refused(
                                "UserTask_MarkConsents",
                                "givenIds",
                                ofRepresentative,
                                "door",
                                "WORDS",
                                "proof",
                                "Куратору по телефону")
                        .message())
                .startsWith("Согласие нужно письменное");
        school.curator()
                .complete(
                        consents,
                        "givenIds",
                        texts("select id::text from consent where person_id = ? and giver = 'SELF'", pupil),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);
        assertThat(stateOf(pupil)).isEqualTo("APPLIED");

        school.curator()
                .complete("UserTask_MarkConsents", "givenIds", ofRepresentative, "door", "PAPER", "proof", PROOF);
        assertThat(stateOf(pupil)).isEqualTo("IN_BANK");
        assertThat(decision(UUID.fromString(ofRepresentative.get(0))))
                .containsEntry("capacity", "Законный представитель")
                .containsEntry("decided_by", one(UUID.class, "select id from person where represented_id = ?", pupil))
                .containsEntry("door", "PAPER");
        assertThat(entered("2012-05-04", PARENT))
                .as("the task of gathering has been closed")
                .contains("Ученик внесён. Наставника ему подберут, когда куратор внесёт его в банк");
    }

    @Test
    @DisplayName("a pupil's pair is not ordered before the representative's consent, and ends with its withdrawal")
    @Requirement({"E3", "E4", "S4-2.11.c"})
    void pupilsPair_restsOnTheRepresentativesConsent() {
        year.programmeApproved();
        entered("2013-05-04", PARENT);
        UUID pupil = pupil();
        name(PUPIL);
        year.mentorsProposed(List.of(MENTOR));
        year.consented(MENTOR);
        sheets("SELF");
        day("2025-09-10");
        sheets("REPRESENTATIVE");
        year.on("2025-09-20").pairsProposed(PUPIL, MENTOR).pairsApprovedOnPaper("2025-09-09");

        assertThat(school.clerk()
                        .refused("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-09")
                        .message())
                .startsWith("Приказ не может быть раньше согласия: " + PUPIL)
                .contains("(законный представитель), 10.09.2025");
        school.clerk().complete("UserTask_RegisterPairOrder", "number", "101-ОД", "date", "2025-09-10");
        doDueJobs();
        UUID pair = one(
                UUID.class,
                "select mentorship_id from mentorship_member where side = 'MENTEE' and person_id = ?",
                pupil);
        assertThat(text("select state from mentorship where id = ?", pair)).isEqualTo("ACTIVE");

        assertThat(withdraws(pupil, "IMAGE", "REPRESENTATIVE", "2025-09-20").body())
                .contains("На работу пары отзыв не влияет.");
        assertThat(text("select state from mentorship where id = ?", pair)).isEqualTo("ACTIVE");
        assertThat(withdraws(pupil, "PARTICIPATION", "REPRESENTATIVE", "2025-09-20")
                        .body())
                .contains("Участие прекращено.");
        assertThat(text("select state from mentorship where id = ?", pair)).isEqualTo("TERMINATED");
        assertThat(stateOf(pupil)).isEqualTo("LEFT");
        assertThat(decision(consent(pupil, "PARTICIPATION", "REPRESENTATIVE")))
                .containsEntry("verdict", "WITHDRAWN")
                .containsEntry("decided_by", one(UUID.class, "select id from person where represented_id = ?", pupil))
                .containsEntry("capacity", "Законный представитель");
        assertThat(eventsOf(consent(pupil, "PARTICIPATION", "SELF"))).containsExactly("AWAITED", "GIVEN");
    }

    private UUID pupil() {
        return one(
                UUID.class,
                "select id from person join person_data on person_id = id where last_name = ? and category = 'PUPIL' "
                        + "and organisation_id = ?",
                PUPIL,
                school.id);
    }

    private void sheets(String giver) {
        OpenTask sheets = task(school.curator(), "UserTask_MarkConsents", "Наставляемые");
        school.curator()
                .complete(
                        sheets,
                        "givenIds",
                        texts(
                                "select c.id::text from consent c join person p on p.id = c.person_id "
                                        + "join person_data d on d.person_id = p.id where d.last_name = ? and p.organisation_id = ? and c.giver = ?",
                                PUPIL,
                                school.id,
                                giver),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);
    }

    @Test
    @DisplayName("a pupil who is not ten yet is not taken as a mentee, nor one whose birth date is not known")
    @Requirement({"E11", "S4-2.3.a"})
    void tooYoungOrOfUnknownAge_isRefused() {
        year.programmeApproved();
        entered("2015-09-02", PARENT);
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        assertThat(refusal(requests)).contains("наставляемому ещё нет 10 лет");
        database.update("update person_data set birth_date = null where person_id = ?", pupil());
        assertThat(refusal(requests)).contains("неизвестна дата рождения");
        database.update("update person_data set birth_date = '2015-09-01' where person_id = ?", pupil());
        name(PUPIL);
        assertThat(count("select count(*) from participant where programme_id = ?", year.programmeId))
                .isEqualTo(1);
    }

    private String entered(String birthDate, String parent) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "lastName",
                PUPIL,
                "firstName",
                "Пётр",
                "birthDate",
                birthDate,
                "className",
                "7 «Б» класс",
                "parentLastName",
                parent));
        fields.put("parentFirstName", parent.isEmpty() ? "" : "Ольга");
        return school.curator()
                .post("/staff/pupils/new", "/staff/pupils/new", fields)
                .body();
    }

    private void name(String pupil) {
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        List.of(school.curator().option(requests, "people", pupil)),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");
    }

    private String refusal(OpenTask requests) {
        return school.curator()
                .refused(
                        "UserTask_CollectRequests",
                        "personIds",
                        List.of(school.curator().option(requests, "people", PUPIL)),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN")
                .message();
    }

    private String stateOf(UUID person) {
        return text("select state from participant where programme_id = ? and person_id = ?", year.programmeId, person);
    }
}
