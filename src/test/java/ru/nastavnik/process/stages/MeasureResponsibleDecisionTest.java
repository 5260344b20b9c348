package ru.nastavnik.process.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.roadmap.MeasureKind;
import ru.nastavnik.support.SchoolTest;

class MeasureResponsibleDecisionTest extends SchoolTest {

    @Autowired
    private MeasureResponsibleDecision decision;

    /** Stage by stage: who is proposed for a document, an activity, a result, a publication. */
    @ParameterizedTest
    @CsvSource({
        "1, CURATOR, DEPUTY, DEPUTY, DEPUTY",
        "2, CURATOR, CURATOR, CURATOR, CURATOR",
        "3, CURATOR, SUBJECT_LEAD, CURATOR, CURATOR",
        "4, CURATOR, CURATOR, CURATOR, CURATOR",
        "5, MENTOR, CURATOR, CURATOR, CURATOR",
        "6, CURATOR, DEPUTY, CURATOR, CURATOR",
        "7, SITE_EDITOR, SITE_EDITOR, SITE_EDITOR, SITE_EDITOR",
        "8, CURATOR, CURATOR, CURATOR, CURATOR",
        "0, CURATOR, CURATOR, CURATOR, CURATOR"
    })
    void rolesProposed(int stage, Role document, Role activity, Role result, Role publication) {
        assertThat(decision.roleFor(stage, MeasureKind.DOCUMENT)).isEqualTo(document);
        assertThat(decision.roleFor(stage, MeasureKind.ACTIVITY)).isEqualTo(activity);
        assertThat(decision.roleFor(stage, MeasureKind.RESULT)).isEqualTo(result);
        assertThat(decision.roleFor(stage, MeasureKind.PUBLICATION)).isEqualTo(publication);
    }
}
