package ru.nastavnik;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Partly;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.support.SchoolTest;
import ru.nastavnik.support.SchoolYear;

@Order(1)
class SchoolYearTest extends SchoolTest {

    private static final List<String> PAIR_ORDERS = List.of(
            "SYSTEM PAIR_ORDER № 101-ОД: Приказ о закреплении наставнических пар № 101-ОД от 20.09.2025",
            "SYSTEM PAIR_ORDER № 140-ОД: Приказ о закреплении наставнических пар № 140-ОД от 01.12.2025");
    /** What shows that each row of the roadmap is done: its kind and the document, publication or record. */
    private static final Map<String, List<String>> EVIDENCE = Map.ofEntries(
            entry(
                    "S2-1.1",
                    List.of("SYSTEM REGULATION_ORDER № 45-ОД: "
                            + "Приказ об утверждении положения о наставничестве № 45-ОД от 20.08.2025")),
            entry("S2-1.2", List.of("SYSTEM REGULATION № 12: Положение о наставничестве № 12 от 01.09.2025")),
            entry("S2-1.3", List.of("SYSTEM Дорожная карта утверждена директором")),
            entry("S2-1.4", PAIR_ORDERS),
            entry("S2-1.5", List.of("FILE document.pdf")),
            entry("S2-2.1", List.of("SYSTEM Запросы внесены, наставляемых: 3")),
            entry("S2-2.2", List.of("SYSTEM Наставляемые в банке, с согласиями: 3")),
            entry("S2-3.1", List.of("REFERENCE дело 05-12, л. 7")),
            entry("S2-3.2", List.of("SYSTEM Наставники в банке, с согласиями: 3")),
            entry("S2-4.1", List.of("SYSTEM Выбрано наставников: 3")),
            entry("S2-4.2", List.of("ATTENDANCE дело 05-12, л. 9")),
            entry("S2-5.1", PAIR_ORDERS),
            entry("S2-5.2", List.of("SYSTEM Программы всех пар утверждены")),
            entry("S2-5.3", List.of("REFERENCE журнал консультаций")),
            entry("S2-6.1", List.of("FILE document.pdf")),
            entry(
                    "S2-6.2",
                    List.of("SYSTEM FINAL_EVENT_ORDER № 77: "
                            + "Приказ о проведении итогового мероприятия № 77 от 01.05.2026")),
            entry("S2-6.3", List.of("ATTENDANCE дело 05-12, л. 20")),
            entry(
                    "S2-7.1",
                    Stream.of(
                                    "news/2025-09-01",
                                    "news/2025-10-01",
                                    "news/2025-11-01",
                                    "news/2025-12-01",
                                    "news/2026-01-01",
                                    "news/2026-02-01",
                                    "news/2026-03-01",
                                    "news/2026-04-01",
                                    "news/2026-05-01",
                                    "news/2026-06-01",
                                    "results")
                            .map(page -> "LINK https://school.example/" + page)
                            .toList()));

    @Test
    @DisplayName("a school leads its programme through all seven stages, from the template to the closed year")
    @Requirement({
        "S0-4.2.3",
        "S2-1",
        "S2-1.2",
        "S2-1.5",
        "S2-2",
        "S2-3",
        "S2-4",
        "S2-5",
        "S2-5.1",
        "S2-5.2",
        "S2-5.3",
        "S2-6",
        "S2-7",
        "S4-1b.2.a"
    })
    @Partly(value = "S2-1.1", missing = "the order does not say which Regulation it approves, and may be older than it")
    @Partly(
            value = {"S0-2.1", "S2-2.1", "S4-R1.2.1"},
            missing = "the curator enters what teachers have said; no questionnaire asks them")
    @Partly(
            value = {"S0-4.2", "S2-4.2", "S4-R1.4.2", "S4-R2.14"},
            missing = "one event only is recorded, without its hours; the materials have no place")
    @Partly(
            value = {"S0-4.2.2", "S1-4.2"},
            missing = "one event only is recorded")
    @Partly(value = "S2-6.2", missing = "an event may be recorded before its order")
    @Partly(
            value = {"S0-6.3", "S2-6.3", "S4-R1.6.3"},
            missing = "the best practices are a text in the record of the event; there is no library of them")
    @Partly(
            value = {"S1-6.7", "S4-R2.32"},
            missing = "the site of the school only, and nobody is asked whether the results may name them")
    void wholeYear_everyRowHasItsEvidence_andNothingRunsOn() {
        UUID programmeId = new SchoolYear(school, this::day).wholeYear().programmeId;

        assertThat(evidence(programmeId)).containsExactlyInAnyOrderEntriesOf(EVIDENCE);
        assertThat(database.queryForList(
                        "select distinct m.state from measure m join stage s on s.id = m.stage_id "
                                + "where s.programme_id = ?",
                        String.class,
                        programmeId))
                .containsExactly("DONE");
        assertThat(occasions(programmeId))
                .as("who took part, and what was learnt")
                .containsExactly(
                        "ORIENTATION 2025-09-15 Установочная сессия: " + MENTORS.size() + " человек, null",
                        "ROUND_TABLE 2026-05-01 null: 6 человек, Карта наблюдения урока");
        assertThat(database.queryForList(
                        "select distinct s.number from publication p join publication_stage ps "
                                + "on ps.publication_id = p.id join stage s on s.id = ps.stage_id where p.programme_id = ? order by 1",
                        Integer.class,
                        programmeId))
                .as("stages that the site has told of")
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(database.queryForList("select state from stage where programme_id = ?", String.class, programmeId))
                .hasSize(7)
                .containsOnly("CLOSED");
        assertThat(database.queryForObject("select state from programme where id = ?", String.class, programmeId))
                .isEqualTo("CLOSED");
        assertThat(school.as("lead").get("/roadmap").body())
                .contains("Итог: Год завершён", "Лучшие практики: Карта наблюдения урока");
        assertThat(school.as("lead").get("/pairs").body()).contains("Цель достигнута. Программа выполнена");
        assertThat(school.as(MENTEES.get(0)).get("/pairs").body())
                .contains(MENTORS.get(0))
                .doesNotContain("Программа выполнена");
        assertThat(running()).isZero();
        assertThat(database.queryForObject(
                        "select count(*) from act_ru_job where tenant_id_ = ?", Long.class, school.id.toString()))
                .isZero();
    }

    private Map<String, List<String>> evidence(UUID programmeId) {
        Map<String, List<String>> evidence = new TreeMap<>();
        database.query(
                "select m.ref, e.kind || ' ' || coalesce(a.kind || ' № ' || a.number || ': ', '') || e.reference "
                        + "as proof from measure m join stage s on s.id = m.stage_id left join evidence e on e.measure_id = m.id "
                        + "left join local_act a on a.id = e.act_id where s.programme_id = ? order by m.ref, e.happened_on, e.reference",
                row -> {
                    evidence.computeIfAbsent(row.getString("ref"), ref -> new ArrayList<>())
                            .add(row.getString("proof"));
                },
                programmeId);
        return evidence;
    }

    private List<String> occasions(UUID programmeId) {
        return database.queryForList(
                "select o.kind || ' ' || o.held_on || ' ' || coalesce(o.subject, 'null') || ': ' || "
                        + "(select count(*) from occasion_attendee a where a.occasion_id = o.id) || ' человек, ' || "
                        + "coalesce(o.practices, 'null') from occasion o where o.programme_id = ? order by o.held_on",
                String.class,
                programmeId);
    }
}
