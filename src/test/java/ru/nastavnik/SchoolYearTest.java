package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;

@Order(1)
class SchoolYearTest extends SchoolTest {

  private static final List<String> MONTHS = List.of("2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01",
      "2026-03-01", "2026-04-01", "2026-05-01");

  @Test
  @DisplayName("a school leads its programme through all seven stages, from the template to the closed year")
  @Requirement({"S2-H.1", "S2-1", "S2-1.1", "S2-1.2", "S2-1.3", "S2-1.4", "S2-1.5", "S2-2", "S2-2.1", "S2-2.2", "S2-3",
      "S2-3.1", "S2-3.2", "S2-4", "S2-4.1", "S2-4.2", "S2-5", "S2-5.1", "S2-5.2", "S2-5.3", "S2-6", "S2-6.1", "S2-6.2",
      "S2-6.3", "S2-7", "S2-7.1"})
  void wholeYear_everyRowHasItsEvidence_andNothingRunsOn() {
    SchoolYear year = new SchoolYear(school, this::day).programmeApproved().newsPublished().actsInForce().banksFilled()
        .measuresDone();
    year.on("2025-09-15").mentorsSelected();
    year.on("2025-09-20").pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1))
        .pairsApproved(MENTEES.get(0), MENTEES.get(1)).pairOrderRegistered("101-ОД");
    // The third has no mentor yet: the psychologist supports, the search goes on, and finds one in winter.
    school.as("psychologist").complete("UserTask_SupportMentee", "metOn", "2025-09-20", "outcome", "CONTINUE",
        "reference", "журнал консультаций", "door", "SCREEN");
    year.personalProgrammesApproved().on("2025-10-01").newsPublished().meetingsMarked(2);
    for (String month : MONTHS) {
      year.on(month).newsPublished().meetingsMarked(2);
      if (month.equals("2025-12-01")) {
        school.curator().post("/pairs", "/pairs/lists", Map.of("programmeId", year.programmeId.toString()));
        year.pairsProposed(MENTEES.get(2), MENTORS.get(2)).pairsApproved(MENTEES.get(2)).pairOrderRegistered("140-ОД")
            .personalProgrammesApproved().meetingsMarked(1);
      }
    }
    year.measuresDone().finalEventHeld();
    year.on("2026-06-01").newsPublished().meetingsMarked(1).pairsSummedUp();
    school.as("editor").complete("UserTask_PublishResults", "link", "https://school.example/results",
        "publishedOn", "2026-06-01");
    school.curator().complete("UserTask_CloseProgramme", "openPairs", "END", "conclusion", "Год завершён");

    assertThat(rowsWithoutEvidence(year.programmeId)).isEmpty();
    assertThat(database.queryForList("select state from stage where programme_id = ?", String.class, year.programmeId))
        .hasSize(7).containsOnly("CLOSED");
    assertThat(database.queryForObject("select state from programme where id = ?", String.class, year.programmeId))
        .isEqualTo("CLOSED");
    assertThat(school.as("lead").get("/roadmap").body()).contains("Итог: Год завершён",
        "Лучшие практики: Карта наблюдения урока");
    assertThat(school.as("lead").get("/pairs").body()).contains("Цель достигнута. Программа выполнена");
    assertThat(school.as(MENTEES.get(0)).get("/pairs").body()).contains(MENTORS.get(0))
        .doesNotContain("Программа выполнена");
    assertThat(running()).isZero();
    assertThat(database.queryForObject("select count(*) from act_ru_job where tenant_id_ = ?", Long.class,
        school.id.toString())).isZero();
  }

  private List<String> rowsWithoutEvidence(UUID programmeId) {
    return database.queryForList("select m.ref from measure m join stage s on s.id = m.stage_id where s.programme_id = ? "
        + "and (m.state <> 'DONE' or not exists (select 1 from evidence e where e.measure_id = m.id))", String.class,
        programmeId);
  }
}
