package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.support.DeviationTest;

/** A power holds from its first day to its last, and on no other. */
class PowerDatesTest extends DeviationTest {

    @Autowired
    private People people;

    @Autowired
    private Members members;

    @Autowired
    private IdentityService identities;

    @Test
    @DisplayName("a power valid from tomorrow gives nothing today: no group, no task, no page, no name under a paper")
    void powerOfTomorrow_givesNothingToday() {
        school.staff("successor", "Преемникова", null);
        school.grant("successor", school.id, Role.CURATOR, LocalDate.of(2025, 9, 2), null, false);
        school.grant("successor", school.id, Role.DIRECTOR, LocalDate.of(2025, 9, 2), null, false);
        school.grant("director", school.id, Role.HR, LocalDate.of(2025, 9, 2), null, false);
        year.programmeApproved();
        nothingIsGiven();

        day("2025-09-02");
        assertThat(groupsOf("successor")).hasSize(3).anyMatch(group -> group.endsWith("_curator"));
        assertThat(people.rolesOf(school.accountOf("successor"), school.id)).contains(Role.CURATOR);
        assertThat(school.as("successor").has("UserTask_CollectRequests")).isTrue();
        assertThat(school.as("successor").get("/staff").status()).isEqualTo(200);
        assertThat(holdsToday("successor")).contains("Директор", "Куратор");
        assertThat(people.holders(school.id, Role.CURATOR))
                .extracting(Power::accountId)
                .contains(school.accountOf("successor"));
        assertThat(people.standIn(school.id, Role.HR)).isEqualTo(Role.HR);
    }

    private void nothingIsGiven() {
        assertThat(groupsOf("successor")).singleElement().asString().endsWith("_mentee");
        assertThat(people.rolesOf(school.accountOf("successor"), school.id)).containsExactly(Role.MENTEE);
        assertThat(school.curator().has("UserTask_CollectRequests")).isTrue();
        assertThat(school.as("successor").tasks()).isEmpty();
        assertThat(school.as("successor").get("/staff").status()).isEqualTo(403);
        assertThat(holdsToday("successor")).containsExactly("Наставляемый");
        assertThat(people.holders(school.id, Role.CURATOR))
                .extracting(Power::accountId)
                .containsExactly(school.accountOf("curator"));
        assertThat(people.standIn(school.id, Role.HR))
                .as("nobody is HR yet")
                .isEqualTo(Role.CURATOR);
        UUID clerk = school.accountOf("clerk");
        assertThat(people.decider(school.id, Role.DIRECTOR, clerk))
                .as("under a paper of today")
                .isEqualTo(new Decider(school.personOf("director"), "Директор"));
        assertThat(people.decider(school.id, Role.DIRECTOR, school.accountOf("successor"), LocalDate.of(2025, 9, 1)))
                .as("under a paper of today that the successor enters")
                .isEqualTo(new Decider(school.personOf("director"), "Директор"));
    }

    private List<String> groupsOf(String who) {
        return identities
                .createGroupQuery()
                .groupMember(school.accountOf(who).toString())
                .list()
                .stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> holdsToday(String who) {
        return members.one(school.id, school.personOf(who)).powers().stream()
                .filter(Members.HeldPower::holdsToday)
                .map(Members.HeldPower::title)
                .toList();
    }
}
