package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** Somebody takes a consent back by an application on paper; the curator enters it, the rest follows at once. */
class ConsentWithdrawnTest extends DeviationTest {

    private static final String MENTEE = MENTEES.get(0);
    private static final String MENTOR = MENTORS.get(0);

    @Test
    @DisplayName(
            "a mentee takes part no more: the pair ends, nobody offers the mentee again, and nothing is recorded twice")
    @Requirement("E3")
    void menteeWithdrawsParticipation_thePairEnds() {
        pairsAtWork(MENTEE, MENTOR, MENTEES.get(1), MENTORS.get(1));
        UUID pair = pairOf(MENTEE);
        UUID person = school.personOf(MENTEE);
        day("2025-10-13");
        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-10-14").body())
                .contains("День заявления ещё не наступил.");
        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-08-31").body())
                .contains("Заявление не может быть раньше согласия: оно дано 01.09.2025.");
        assertThat(pairState(MENTEE)).isEqualTo("ACTIVE");

        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-10-10").body())
                .contains("Отзыв согласия внесён. Участие прекращено.");
        assertThat(text("select state from mentorship where id = ?", pair)).isEqualTo("TERMINATED");
        assertThat(openTasks(pair)).isEmpty();
        assertThat(text("select state from participant where id = ?", participant(MENTEE, "MENTEE")))
                .isEqualTo("LEFT");
        assertThat(count(
                        "select count(*) from unmatched_support where participant_id = ? and closed_on is null",
                        participant(MENTEE, "MENTEE")))
                .as("nobody looks for a mentor")
                .isZero();
        assertThat(decision(consent(person, "PARTICIPATION", "SELF")))
                .containsEntry("verdict", "WITHDRAWN")
                .containsEntry("decided_by", person)
                .containsEntry("door", "PAPER")
                .containsEntry("proof", PROOF)
                .containsEntry("recorded_by", school.accountOf("curator"));
        assertThat(eventsOf(consent(person, "PARTICIPATION", "SELF"))).containsExactly("AWAITED", "GIVEN", "WITHDRAWN");
        assertThat(pairState(MENTEES.get(1))).as("the other pair").isEqualTo("ACTIVE");
        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-10-10").body())
                .contains("Согласие уже отозвано 10.10.2025. Повторно ничего не записано.");

        post(
                school.curator(),
                "/pairs",
                "/pairs/lists",
                Map.of("programmeId", year.programmeId.toString()),
                "Подбор начат");
        assertThat(school.curator()
                        .form(school.curator().task("UserTask_MatchPairs"))
                        .get("mentees")
                        .toString())
                .doesNotContain(MENTEE);
    }

    @Test
    @DisplayName("a mentor takes part no more: the pair rests, another mentor is searched, the old one cannot be kept")
    @Requirement({"E6", "E24"})
    void mentorWithdrawsParticipation_anotherMentorIsSearched() {
        pairsAtWork(MENTEE, MENTOR);
        UUID pair = pairOf(MENTEE);
        withdraws(school.personOf(MENTOR), "PARTICIPATION", "SELF", "2025-09-20");

        mentorIsBeingReplaced(pair);
        assertThat(text("select state from participant where id = ?", participant(MENTOR, "MENTOR")))
                .isEqualTo("LEFT");
        assertThat(school.curator()
                        .refused("UserTask_ReviewReplacement", "review", "DECLINE", "remark", "Пусть работает")
                        .message())
                .startsWith("Нет согласия: " + MENTOR)
                .contains("участие");
        year.replacementAccepted("REASONED_REQUEST", "MENTOR", "2025-09-20");
        OpenTask choose = school.curator().task("UserTask_ChooseNewMentor");
        assertThat(school.curator().form(choose).toString()).contains(MENTORS.get(1));
        assertThat(pairState(MENTEE)).isEqualTo("SUSPENDED");
    }

    @Test
    @DisplayName("an employee takes back the consent to extra duties: that ends the mentoring, not the taking part")
    @Requirement("E6")
    void mentorWithdrawsDuties_losesThePair_andStaysInTheProgramme() {
        pairsAtWork(MENTEE, MENTOR);
        UUID pair = pairOf(MENTEE);
        assertThat(withdraws(school.personOf(MENTOR), "EXTRA_DUTIES", "SELF", "2025-09-20")
                        .body())
                .contains("Работа этого наставника с наставляемыми прекращена.");

        mentorIsBeingReplaced(pair);
        assertThat(text("select state from participant where id = ?", participant(MENTOR, "MENTOR")))
                .isNotEqualTo("LEFT");
        assertThat(eventsOf(consent(school.personOf(MENTOR), "PARTICIPATION", "SELF")))
                .containsExactly("AWAITED", "GIVEN");
    }

    private void mentorIsBeingReplaced(UUID pair) {
        assertThat(text("select state from mentorship where id = ?", pair)).isEqualTo("SUSPENDED");
        assertThat(texts("select state from replacement where mentorship_id = ?", pair))
                .containsExactly("REQUESTED");
        assertThat(count(
                        "select count(*) from unmatched_support where organisation_id = ? and closed_on is null",
                        school.id))
                .as("the mentee is looked after meanwhile")
                .isEqualTo(3);
        assertThat(school.as(MENTOR).has("UserTask_MarkMeetings")).isFalse();
    }

    @Test
    @DisplayName(
            "whoever takes back the consent to the use of data leaves, and the curator is told until when to erase")
    @Partly(value = "E23", missing = "no page destroys the data, and no act says that they are destroyed")
    void processingWithdrawn_curatorIsToldToErase() {
        pairsAtWork(MENTEE, MENTOR);
        assertThat(withdraws(school.personOf(MENTEE), "PROCESSING", "SELF", "2025-09-20")
                        .body())
                .contains("Данные нужно уничтожить в течение 30 дней", "уничтожить данные до 20.10.2025 включительно");

        assertThat(pairState(MENTEE)).isEqualTo("TERMINATED");
        assertThat(notices("curator", "ERASURE_DUE")).isEqualTo(1);
        assertThat(school.curator().get("/").body()).contains("до 20.10.2025 включительно");
        assertThat(text("select state from participant where id = ?", participant(MENTEE, "MENTEE")))
                .isEqualTo("LEFT");
    }

    @Test
    @DisplayName("pictures are wanted no more: the pair works on, the editor sees the name")
    void imageWithdrawn_onlyPublicationsStop() {
        pairsAtWork(MENTEE, MENTOR);
        assertThat(withdraws(school.personOf(MENTEE), "IMAGE", "SELF", "2025-09-20")
                        .body())
                .contains("Уберите фотографии и видео");

        assertThat(pairState(MENTEE)).isEqualTo("ACTIVE");
        assertThat(notices("curator", "ERASURE_DUE")).isZero();
        assertThat(school.as("editor")
                        .form(school.as("editor").task("UserTask_PublishNews"))
                        .get("withoutPicture"))
                .isEqualTo(MENTEE + " А. Е.");
    }

    @Test
    @DisplayName("what has not been answered cannot be taken back, nor by anybody but the curator or the director")
    void nothingToWithdraw_andNobodyElse() {
        year.programmeApproved().gathered();
        UUID person = school.personOf(MENTEE);
        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-09-01").body())
                .contains("Согласие ещё не дано, отзывать нечего.");
        refuses(MENTEE, "Участие");
        assertThat(withdraws(person, "PARTICIPATION", "SELF", "2025-09-01").body())
                .contains("Этого согласия нет, отзывать нечего.");
        year.consented(MENTOR);
        UUID given = consent(school.personOf(MENTOR), "PARTICIPATION", "SELF");
        String path = "/consents/" + given + "/withdrawal";
        assertThat(school.as(MENTOR).get("/consents").status()).isEqualTo(403);
        assertThat(school.as(MENTOR)
                        .post("/", path, Map.of("receivedOn", "2025-09-01", "proof", PROOF))
                        .body())
                .contains("не для вашей роли");
        for (Map<String, String> incomplete :
                List.of(Map.of("proof", PROOF), Map.of("receivedOn", "2025-09-01", "proof", " "))) {
            assertThat(school.curator().post("/consents", path, incomplete).body())
                    .contains("Укажите, ");
        }
        assertThat(eventsOf(given)).containsExactly("AWAITED", "GIVEN");
    }
}
