package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.mentorship.UnmatchedSupports;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.participants.Side;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.support.DeviationTest;

/** One mentee takes part in two programmes: supported once, and no longer than without a mentor. */
class SupportAcrossProgrammesTest extends DeviationTest {

    private static final String MENTEE = MENTEES.get(0);

    @Autowired
    private Roadmap roadmap;

    @Autowired
    private Participants participants;

    @Autowired
    private UnmatchedSupports supports;

    @Test
    @DisplayName("a mentor found in one programme ends the support that was opened in another")
    @Requirement("E24")
    void matchInOneProgramme_endsTheSupportOfAnother() {
        banksFilled();
        UUID elsewhere = inAnotherProgramme();
        supports.open(elsewhere);
        supports.open(participant(MENTEE, "MENTEE"));
        assertThat(openSupports()).as("nobody is supported twice").isEqualTo(1);
        assertThat(running(elsewhere)).isEqualTo(1);

        year.pairsProposed(MENTEE, MENTORS.get(0)).pairsApproved(MENTEE).pairOrderRegistered("101-ОД");
        assertThat(openSupports()).isZero();
        assertThat(running(elsewhere)).isZero();
    }

    @Test
    @DisplayName("the support of a programme that has ended goes on in the one that runs")
    @Requirement("E24")
    void supportOfAnEndedProgramme_goesOnInTheRunningOne() {
        banksFilled();
        UUID here = participant(MENTEE, "MENTEE");
        UUID elsewhere = inAnotherProgramme();
        supports.open(elsewhere);
        database.update(
                "update programme set state = 'CLOSED' where id = "
                        + "(select programme_id from participant where id = ?)",
                elsewhere);

        supports.open(here);
        assertThat(openSupports()).isEqualTo(1);
        assertThat(running(elsewhere)).isZero();
        assertThat(running(here)).isEqualTo(1);
    }

    /** @return the same mentee in the bank of another programme that runs */
    private UUID inAnotherProgramme() {
        UUID programme = roadmap.createProgramme(
                school.id,
                "SCHOOL-TEACHERS-2025",
                "STAFF",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31),
                (stage, kind) -> Role.CURATOR);
        database.update("update programme set state = 'RUNNING' where id = ?", programme);
        UUID mentee = participants.enter(
                programme,
                school.id,
                school.personOf(MENTEE),
                Side.MENTEE,
                List.of(participants.topics().get(0).code()),
                new Decider(school.personOf(MENTEE), Side.MENTEE.title()),
                new Entry(Door.SCREEN, LocalDate.of(2025, 9, 1), null, null));
        database.update("update participant set state = 'IN_BANK' where id = ?", mentee);
        return mentee;
    }

    private long openSupports() {
        return count(
                "select count(*) from unmatched_support u join participant p on p.id = u.participant_id "
                        + "where p.person_id = ? and u.closed_on is null",
                school.personOf(MENTEE));
    }
}
