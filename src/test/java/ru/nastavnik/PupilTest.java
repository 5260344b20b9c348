package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** A pupil takes part: entered by the curator, never at a screen, and not without the representative. */
class PupilTest extends DeviationTest {

    private static final String PUPIL = "Отроков";
    private static final String PARENT = "Родителева";

    @Test
    @DisplayName("a pupil enters the bank when the pupil's own sheet and the representative's are there on paper")
    @Requirement({"E1", "E3", "E11", "S4-2.3.a", "S4-2.11.c"})
    void pupil_entersTheBankWithTheRepresentativesConsentsOnPaper() {
        year.programmeApproved();
        assertThat(entered("2013-05-04", "")).contains("Ученику нет 18 лет: внесите законного представителя");
        assertThat(count("select count(*) from person_data where last_name = ?", PUPIL))
                .isZero();
        assertThat(entered("2013-05-04", PARENT)).contains("Ученик внесён.", "Дата рождения: ", "04.05.2013", PARENT);
        UUID pupil = one(
                UUID.class,
                "select id from person join person_data on person_id = id where last_name = ? and category = 'PUPIL'",
                PUPIL);

        name(PUPIL);
        assertThat(texts("select kind || ' ' || giver from consent where person_id = ? order by 1", pupil))
                .containsExactly("PARTICIPATION REPRESENTATIVE", "PARTICIPATION SELF", "PROCESSING REPRESENTATIVE");
        OpenTask consents = school.curator().task("UserTask_MarkConsents");
        List<String> ofRepresentative =
                texts("select id::text from consent where person_id = ? and giver = " + "'REPRESENTATIVE'", pupil);
        assertThat(school.curator()
                        .refused("UserTask_MarkConsents", "givenIds", ofRepresentative, "door", "SCREEN")
                        .message())
                .startsWith("На экране каждый отвечает сам");
        assertThat(school.curator()
                        .refused("UserTask_MarkConsents", "givenIds", ofRepresentative, "door", "WORDS")
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
    }

    @Test
    @DisplayName("a pupil who is not ten yet is not taken as a mentee, nor one whose birth date is not known")
    @Requirement({"E11", "S4-2.3.a"})
    void tooYoungOrOfUnknownAge_isRefused() {
        year.programmeApproved();
        entered("2015-09-02", PARENT);
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        assertThat(refusal(requests)).contains("наставляемому ещё нет 10 лет");
        database.update("update person_data set birth_date = null where last_name = ?", PUPIL);
        assertThat(refusal(requests)).contains("неизвестна дата рождения");
        database.update("update person_data set birth_date = '2015-09-01' where last_name = ?", PUPIL);
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
