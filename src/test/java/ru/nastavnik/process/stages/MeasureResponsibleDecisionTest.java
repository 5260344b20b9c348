package ru.nastavnik.process.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.roadmap.MeasureKind;
import ru.nastavnik.roadmap.StageKind;
import ru.nastavnik.support.SchoolTest;

class MeasureResponsibleDecisionTest extends SchoolTest {

    @Autowired
    private MeasureResponsibleDecision decision;

    /** Stage by stage: who is proposed for a document, an activity, a result, a publication. */
    @ParameterizedTest
    @CsvSource({
        "PREPARATION, CURATOR, DEPUTY, DEPUTY, DEPUTY",
        "MENTEE_BANK, CURATOR, CURATOR, CURATOR, CURATOR",
        "MENTOR_BANK, CURATOR, SUBJECT_LEAD, CURATOR, CURATOR",
        "SELECTION_TRAINING, CURATOR, CURATOR, CURATOR, CURATOR",
        "PAIR_WORK, MENTOR, CURATOR, CURATOR, CURATOR",
        "COMPLETION, CURATOR, DEPUTY, CURATOR, CURATOR",
        "INFORMATION_SUPPORT, SITE_EDITOR, SITE_EDITOR, SITE_EDITOR, SITE_EDITOR"
    })
    void rolesProposed(StageKind stage, Role document, Role activity, Role result, Role publication) {
        assertThat(decision.roleFor(stage, MeasureKind.DOCUMENT)).isEqualTo(document);
        assertThat(decision.roleFor(stage, MeasureKind.ACTIVITY)).isEqualTo(activity);
        assertThat(decision.roleFor(stage, MeasureKind.RESULT)).isEqualTo(result);
        assertThat(decision.roleFor(stage, MeasureKind.PUBLICATION)).isEqualTo(publication);
    }
}
