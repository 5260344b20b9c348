package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;

/** Two people of one full name and two of one surname and initials: nobody is taken for the other. */
class NamesakesTest extends DeviationTest {

    private static final String OLDER = "Иванова Анна Петровна, учитель, род. 13.02.1981";
    private static final String YOUNGER = "Иванова Анна Петровна, учитель, род. 14.02.1990";
    private static final String PHYSICIST = "Ёлкин Антон Павлович";
    private static final String HISTORIAN = "Ёлкин Артём Петрович";

    @Test
    @DisplayName("a sheet is marked for the one who has signed it, and every list says who of the two it is")
    void namesakes_areToldApartEverywhere() {
        UUID older = teacher("Иванова", "Анна", "Петровна", "учитель", "1981-02-13");
        UUID younger = teacher("Иванова", "Анна", "Петровна", "учитель", "1990-02-14");
        UUID physicist = teacher("Ёлкин", "Антон", "Павлович", "учитель физики", null);
        UUID historian = teacher("Ёлкин", "Артём", "Петрович", "учитель истории", null);
        year.programmeApproved();
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        assertThat(requests.about()).startsWith("Педагоги, ");
        assertThat(labels(requests, "people"))
                .contains(OLDER, YOUNGER, PHYSICIST + ", учитель физики", HISTORIAN + ", учитель истории")
                .containsSubsequence(
                        "Ерусланов Аполлинария Евлампиевна, учитель",
                        PHYSICIST + ", учитель физики",
                        "Жегалкина Аполлинария Евлампиевна, учитель")
                .doesNotHaveDuplicates();
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        List.of(older.toString(), younger.toString(), physicist.toString(), historian.toString()),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 1),
                        "more",
                        false,
                        "door",
                        "SCREEN");

        OpenTask consents = task(school.curator(), "UserTask_MarkConsents", "Наставляемые: ");
        assertThat(consents.about()).isEqualTo("Наставляемые: " + PHYSICIST + "; " + HISTORIAN + " и ещё 2");
        assertThat(column(school.curator(), consents, "state", "person"))
                .contains(OLDER, YOUNGER, PHYSICIST, HISTORIAN);
        List<String> ofYounger = labels(consents, "awaited").stream()
                .filter(label -> label.startsWith(YOUNGER + ": "))
                .toList();
        assertThat(ofYounger).isNotEmpty();
        assertThat(labels(consents, "awaited"))
                .doesNotHaveDuplicates()
                .contains(ofYounger.get(0).replace(YOUNGER, OLDER));

        school.curator()
                .complete(
                        consents,
                        "givenIds",
                        ofYounger.stream()
                                .map(label -> school.curator().option(consents, "awaited", label))
                                .toList(),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);
        assertThat(states(younger)).containsOnly("GIVEN");
        assertThat(states(older)).containsOnly("AWAITED");
        Reply register = school.curator().get("/consents");
        assertThat(register.body()).contains(OLDER, YOUNGER);

        pairMatched(older, younger);
    }

    /** Both stand in the bank: the pair is of the one who was chosen, and her task says so. */
    private void pairMatched(UUID older, UUID younger) {
        OpenTask consents = task(school.curator(), "UserTask_MarkConsents", "Наставляемые: ");
        school.curator()
                .complete(
                        consents,
                        "givenIds",
                        labels(consents, "awaited").stream()
                                .map(label -> school.curator().option(consents, "awaited", label))
                                .toList(),
                        "door",
                        "PAPER",
                        "proof",
                        PROOF);
        String mentor = SchoolYear.MENTORS.get(0);
        year.mentorsProposed(List.of(mentor));
        year.consented(mentor).on("2025-09-20");
        OpenTask match = school.curator().task("UserTask_MatchPairs");
        assertThat(labels(match, "mentees"))
                .anyMatch(label -> label.startsWith(OLDER + " — "))
                .anyMatch(label -> label.startsWith(YOUNGER + " — "));
        year.pairsProposed(YOUNGER, mentor).pairsApproved(YOUNGER).pairOrderRegistered("101-ОД");

        assertThat(texts(
                        "select x.person_id::text from mentorship_member x join mentorship m on m.id = x.mentorship_id "
                                + "where m.organisation_id = ? and x.side = 'MENTEE'",
                        school.id))
                .containsExactly(younger.toString())
                .doesNotContain(older.toString());
        assertThat(school.as(mentor).task("UserTask_DraftPersonalProgramme").about())
                .isEqualTo(mentor + " Аполлинария Евлампиевна — " + YOUNGER);
        assertThat(text(
                        "select v.body from act_version v join local_act a on a.id = v.act_id "
                                + "where a.organisation_id = ? and v.body like '%Закрепить наставнические пары%'",
                        school.id))
                .contains("наставляемый: " + YOUNGER + ";");
    }

    @Test
    @DisplayName("the page of staff finds a name however it is typed, and does not take in somebody twice")
    void search_findsHoweverANameIsTyped() {
        teacher("Соловьёва-Ким", "Алёна", "Игоревна", "учитель", null);
        teacher("О’Нил", "Шон", null, "учитель", null);
        for (String typed : List.of(
                "соловьева", "алёна соловьёва", "Ким Алена", "соловьёва – ким", "cjkjdm`df", "Соловье\u0308ва")) {
            assertThat(found(typed)).as(typed).containsExactly("Соловьёва-Ким Алёна Игоревна");
        }
        assertThat(found("о'нил")).containsExactly("О’Нил Шон");
        assertThat(found("никого такого")).isEmpty();

        Map<String, String> twice = new HashMap<>(Map.of(
                "category", "STAFF",
                "lastName", "Соловьёва-Ким",
                "firstName", "Алена",
                "middleName", "Игоревна",
                "positionTitle", "учитель",
                "email", "",
                "login", "solovyova" + school.id.toString().substring(0, 8),
                "roles", "MENTEE",
                "basis", "приказ № 1",
                "from", "2025-09-01"));
        assertThat(school.director().post("/staff/new", "/staff/new", twice).body())
                .contains("Такой человек уже внесён: Соловьёва-Ким Алена Игоревна, учитель.");
        twice.put("positionTitle", "учитель музыки");
        assertThat(school.director().post("/staff/new", "/staff/new", twice).body())
                .contains("Соловьёва-Ким Алена Игоревна, учитель музыки");
    }

    private List<String> found(String typed) {
        String page = school.curator()
                .get("/staff?search=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .body();
        return Pattern.compile("<a href=\"/staff/[0-9a-f-]{36}\">([^<]*)</a>")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private UUID teacher(String last, String first, String middle, String position, String born) {
        UUID id = school.person(last + " " + first + " " + born, last);
        database.update(
                "update person_data set first_name = ?, middle_name = ?, position_title = ?, birth_date = ? "
                        + "where person_id = ?",
                first,
                middle,
                position,
                born == null ? null : LocalDate.parse(born),
                id);
        return id;
    }

    private List<String> states(UUID person) {
        return texts("select state from consent where person_id = ?", person);
    }

    /** @return what stands in a list of options of the form */
    @SuppressWarnings("unchecked")
    private List<String> labels(OpenTask task, String options) {
        return ((List<Map<String, String>>) school.curator().form(task).get(options))
                .stream().map(option -> option.get("label")).toList();
    }
}
