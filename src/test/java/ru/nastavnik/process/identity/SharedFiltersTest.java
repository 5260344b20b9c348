package ru.nastavnik.process.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.SchoolYear;
import ru.nastavnik.support.TasklistUser.OpenTask;

class SharedFiltersTest extends DeviationTest {

    private static final String OTHERS = "Поручено другим";
    private static final String LATE = "Срок прошёл";

    @Autowired
    private SharedFilters filters;

    @Test
    @DisplayName("a mentor has an account and never comes: the curator finds the mentor's tasks, late ones too, takes "
            + "one over and enters what was signed on paper")
    void taskOfSomebodyWhoNeverComes_isFoundAndDoneByTheCurator() {
        String mentor = MENTORS.get(0);
        year.programmeApproved().gathered();
        OpenTask consents = task(OTHERS, "UserTask_GiveConsents", mentor);
        assertThat(school.as(mentor).list(OTHERS)).isEmpty();
        assertThat(school.as("deputy").list(OTHERS)).isEmpty();
        assertThat(school.curator()
                        .submit(
                                consents.id(),
                                SchoolYear.consents(school.as(mentor), consents, List.of("door", "SCREEN")))
                        .message())
                .startsWith("Это решение другого человека.");

        assertThat(school.curator()
                        .api("POST", "/task/" + consents.id() + "/assignee", "{\"userId\":null}", null)
                        .status())
                .as("«Снять исполнителя»")
                .isEqualTo(204);
        OpenTask free = school.curator().tasks("UserTask_GiveConsents").get(0);
        assertThat(free.id()).isEqualTo(consents.id());
        assertThat(school.curator().claim(free).status()).isEqualTo(204);
        assertThat(school.curator().list(OTHERS)).noneMatch(task -> task.id().equals(consents.id()));
        school.curator()
                .complete(free, SchoolYear.consents(school.curator(), free, List.of("door", "PAPER", "proof", PROOF)));
        assertThat(text("select state from participant where id = ?", participant(mentor, "MENTOR")))
                .isEqualTo("IN_BANK");

        OpenTask silent = task(OTHERS, "UserTask_GiveConsents", MENTEES.get(0));
        assertThat(school.curator().list(LATE)).noneMatch(task -> task.id().equals(silent.id()));
        year.on("2025-10-20");
        assertThat(school.curator().list(LATE)).anyMatch(task -> task.id().equals(silent.id()));
        assertThat(school.as(MENTEES.get(0)).list(LATE))
                .extracting(OpenTask::id)
                .containsExactly(silent.id());
        assertThat(school.as(MENTEES.get(1)).list(LATE))
                .noneMatch(task -> task.id().equals(silent.id()));
    }

    @Test
    @DisplayName("a list of an earlier release is brought up to date, one that is up to date is left alone")
    void listOfAnEarlierRelease_isBroughtUpToDate() {
        Map<String, Object> lists = lists();
        database.update(
                "update act_ru_filter set query_ = '{}', properties_ = '{\"priority\":1}' where name_ = ?", OTHERS);

        filters.createOrUpdate();
        assertThat(database.queryForObject("select query_ from act_ru_filter where name_ = ?", String.class, OTHERS))
                .isEqualTo(lists.get(OTHERS));

        List<Integer> revisions = revisions();
        filters.createOrUpdate();
        assertThat(revisions()).isEqualTo(revisions);
        assertThat(lists()).isEqualTo(lists);
    }

    private Map<String, Object> lists() {
        return database.queryForList("select name_, query_ from act_ru_filter where owner_ is null").stream()
                .collect(Collectors.toMap(row -> (String) row.get("name_"), row -> row.get("query_")));
    }

    private List<Integer> revisions() {
        return database.queryForList(
                "select rev_ from act_ru_filter where owner_ is null order by name_", Integer.class);
    }

    private OpenTask task(String list, String key, String about) {
        return school.curator().list(list).stream()
                .filter(task -> task.key().equals(key)
                        && task.about() != null
                        && task.about().contains(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " about " + about + " in «" + list + "»"));
    }
}
