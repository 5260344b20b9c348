package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class MeasureTest {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 15);

    @ParameterizedTest(name = "approved on {0}, today {1}: {2} days late")
    @CsvSource({
        "2026-09-01, 2026-09-15, 0",
        "2026-09-01, 2026-09-16, 1",
        "2026-09-15, 2026-09-18, 3",
        "2026-09-16, 2026-10-30, 0"
    })
    @Requirement("E28")
    void lateAfterItsLastDayUnlessDueBeforeApproval(LocalDate approvedOn, LocalDate today, long days) {
        assertThat(measure(false, false).daysLate(running(approvedOn), today)).isEqualTo(days);
    }

    @Test
    @Requirement("E28")
    void optionalAndContinuousRowsAreNeverLate() {
        Programme programme = running(LocalDate.of(2026, 9, 1));
        assertThat(measure(true, false).daysLate(programme, DUE.plusYears(1))).isZero();
        assertThat(measure(false, true).daysLate(programme, DUE.plusYears(1))).isZero();
    }

    @Test
    @Requirement("E28")
    void nothingIsLateInADraft() {
        assertThat(measure(false, false).daysLate(programme(), DUE.plusDays(5))).isZero();
    }

    @Test
    void closedRowIsNotLate() {
        Measure done = measure(false, false);
        done.done(DUE.plusDays(2));
        assertThat(done.daysLate(running(LocalDate.of(2026, 9, 1)), DUE.plusDays(5)))
                .isZero();
    }

    @Test
    void doneTwiceKeepsTheFirstDay() {
        Measure measure = measure(false, false);
        measure.done(DUE);
        measure.done(DUE.plusDays(1));
        assertThat(measure.doneOn()).isEqualTo(DUE);
    }

    @Test
    void doneRowIsNotMarkedAsNotRequired() {
        Measure measure = measure(false, false);
        measure.done(DUE);
        assertThatThrownBy(() -> measure.notRequired("не нужно", DUE))
                .isInstanceOf(Refusal.class)
                .hasMessage("Мероприятие уже выполнено 15.09.2026.");
    }

    @Test
    @Requirement("E26")
    void proofMustBeThere() {
        assertThatThrownBy(() -> new Proof(EvidenceKind.FILE, "план.pdf", null, null, DUE, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Proof(EvidenceKind.REFERENCE, " ", null, null, DUE, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Proof(EvidenceKind.ATTENDANCE, null, null, null, DUE, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Proof(EvidenceKind.SYSTEM, null, null, null, null, null))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "school.example/news", "https://", "https://school.example/a b"})
    @Requirement("E26")
    void linkMustBeAnAddress(String link) {
        assertThatThrownBy(() -> new Proof(EvidenceKind.LINK, link, null, null, DUE, null))
                .isInstanceOf(Refusal.class);
    }

    private static Programme programme() {
        return new Programme(
                UUID.randomUUID(),
                "SCHOOL-TEACHERS-2025",
                Programme.Track.STAFF,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31));
    }

    private static Programme running(LocalDate approvedOn) {
        Programme programme = programme();
        programme.submit();
        programme.approve(approvedOn);
        programme.open();
        return programme;
    }

    @Test
    void othersAnswerForARow_besideWhoeverCarriesItOut() {
        Measure row = measure(false, false);
        assertThat(row.responsible())
                .isEqualTo("Заместитель директора; также: куратор, наставник, педагогический совет");
        assertThat(row.sharedWith(Set.of(Role.CURATOR))).isTrue();
        assertThat(row.sharedWith(Set.of(Role.DIRECTOR))).isFalse();
        assertThat(row.sharedWith(Set.of(Role.CURATOR, Role.DEPUTY)))
                .as("carries it out")
                .isFalse();

        row.handOver(Role.CURATOR);
        assertThat(row.responsible())
                .as("named once")
                .isEqualTo("Куратор; также: заместитель директора, наставник, педагогический совет");
    }

    private static Measure measure(boolean optional, boolean continuous) {
        return new Measure(
                UUID.randomUUID(),
                1,
                new RoadmapTemplate.Row(
                        "S2-1.5",
                        "1.5",
                        "document",
                        "подготовка шаблона",
                        null,
                        List.of("curator", "deputy", "mentor"),
                        List.of("педагогический совет"),
                        "09-01",
                        "09-15",
                        optional,
                        continuous,
                        EvidenceKind.FILE,
                        List.of(),
                        false),
                new Fulfilment(List.of(), false, EvidenceKind.FILE),
                new DueWindow(LocalDate.of(2026, 9, 1), DUE),
                Role.DEPUTY);
    }
}
