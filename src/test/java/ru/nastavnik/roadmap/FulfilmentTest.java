package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.roadmap.Outcome.FINAL_EVENT_HELD;
import static ru.nastavnik.roadmap.Outcome.MENTORS_TRAINED;
import static ru.nastavnik.roadmap.Outcome.NEWS_PUBLISHED;
import static ru.nastavnik.roadmap.Outcome.PAIRS_IN_ORDER;
import static ru.nastavnik.roadmap.Outcome.PERSONAL_PROGRAMMES_APPROVED;
import static ru.nastavnik.roadmap.Outcome.REGULATION_IN_FORCE;
import static ru.nastavnik.roadmap.Outcome.ROADMAP_APPROVED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FulfilmentTest {

    private static final Set<StageKind> ALL = EnumSet.allOf(StageKind.class);

    @Test
    @DisplayName("a row waits for the outcomes that it names, where the programme brings them about")
    void outcomesThatCome_areWaitedFor() {
        assertThat(of(ALL, EvidenceKind.SYSTEM, false, PAIRS_IN_ORDER, PERSONAL_PROGRAMMES_APPROVED))
                .isEqualTo(new Fulfilment(
                        List.of(PAIRS_IN_ORDER, PERSONAL_PROGRAMMES_APPROVED), false, EvidenceKind.SYSTEM));
    }

    @Test
    @DisplayName("a row of pairs in a roadmap without a stage of their work is carried out by hand")
    void outcomeThatNeverComes_leavesTheRowToHands() {
        Set<StageKind> withoutPairWork = EnumSet.complementOf(EnumSet.of(StageKind.PAIR_WORK));
        assertThat(of(withoutPairWork, EvidenceKind.SYSTEM, false, PAIRS_IN_ORDER))
                .isEqualTo(new Fulfilment(List.of(), false, EvidenceKind.REFERENCE));
        assertThat(of(withoutPairWork, EvidenceKind.SYSTEM, false, ROADMAP_APPROVED, PAIRS_IN_ORDER)
                        .outcomes())
                .as("all of them are needed, and one never comes")
                .isEmpty();
        assertThat(of(withoutPairWork, EvidenceKind.SYSTEM, true, REGULATION_IN_FORCE, PAIRS_IN_ORDER))
                .as("one of them is enough, and one comes")
                .isEqualTo(new Fulfilment(List.of(REGULATION_IN_FORCE), true, EvidenceKind.SYSTEM));
    }

    @Test
    @DisplayName("pairs, selection and the final event need people in the banks")
    void stageWithoutTheBanksThatItDrawsOn_bringsNothingAbout() {
        assertThat(of(EnumSet.of(StageKind.PAIR_WORK), EvidenceKind.SYSTEM, false, PAIRS_IN_ORDER)
                        .outcomes())
                .isEmpty();
        assertThat(of(EnumSet.of(StageKind.SELECTION_TRAINING), EvidenceKind.ATTENDANCE, false, MENTORS_TRAINED)
                        .outcomes())
                .isEmpty();
        assertThat(of(EnumSet.of(StageKind.COMPLETION), EvidenceKind.ATTENDANCE, false, FINAL_EVENT_HELD))
                .isEqualTo(new Fulfilment(List.of(), false, EvidenceKind.REFERENCE));
    }

    @Test
    @DisplayName("an outcome whose proof the row does not accept does not fulfil it")
    void proofOfAnotherKind_doesNotCount() {
        assertThat(of(ALL, EvidenceKind.LINK, false, NEWS_PUBLISHED).outcomes()).containsExactly(NEWS_PUBLISHED);
        assertThat(of(ALL, EvidenceKind.SYSTEM, false, NEWS_PUBLISHED).outcomes())
                .isEmpty();
        assertThat(of(ALL, EvidenceKind.REFERENCE, false, FINAL_EVENT_HELD).outcomes())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EvidenceKind.class)
    @DisplayName("whatever a row asks for, somebody who carries it out by hand can show something")
    void rowByHand_canAlwaysBeShownToBeDone(EvidenceKind asked) {
        EvidenceKind evidence = of(ALL, asked, false).evidence();
        assertThat(evidence.entered(false)).contains(evidence);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    @DisplayName("a programme with stages of all kinds brings everything about, one without any only its approval")
    void everyOutcome_comesWhereAllStagesAre(Outcome outcome) {
        assertThat(outcome.comesFrom(ALL)).isTrue();
        assertThat(outcome.comesFrom(Set.of())).isEqualTo(outcome == ROADMAP_APPROVED);
        assertThat(Arrays.stream(EvidenceKind.values()).filter(outcome::shows))
                .as("kinds of rows that it fulfils")
                .isNotEmpty();
    }

    private static Fulfilment of(Set<StageKind> stages, EvidenceKind evidence, boolean any, Outcome... outcomes) {
        RoadmapTemplate.Row row = new RoadmapTemplate.Row(
                "1",
                "1",
                "document",
                "строка",
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                evidence,
                List.of(outcomes),
                any);
        return Fulfilment.of(row, stages);
    }
}
