package ru.nastavnik.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.TestSchool;

/** Grants on everything are compared with every open task: their number must not grow with the number of schools. */
class StandingGrantsTest extends SchoolTest {

    @Test
    @DisplayName("a further school brings no grant on everything, and its curator may start a programme all the same")
    void anotherSchool_bringsNoGrantOnEverything() {
        day("2025-08-25");
        int before = grantsOnEverything();

        TestSchool another = new TestSchool(organisations, database, port);

        assertThat(grantsOnEverything()).isEqualTo(before);
        assertThat(another.curator()
                        .tryStart(
                                "MentoringProgrammeProcess",
                                "templateCode",
                                "SCHOOL-TEACHERS-2025",
                                "track",
                                "STAFF",
                                "periodFrom",
                                "2025-09-01",
                                "periodTo",
                                "2026-08-31")
                        .status())
                .isEqualTo(200);
        assertThat(another.clerk()
                        .api(
                                "GET",
                                "/process-definition?startablePermissionCheck=true&startableInTasklist=true",
                                null,
                                null)
                        .body())
                .as("what a clerk may start")
                .isEqualTo("[]");
    }

    private int grantsOnEverything() {
        return database.queryForObject(
                "select count(*) from act_ru_authorization where resource_id_ = '*'", Integer.class);
    }
}
