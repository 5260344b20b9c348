package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.roadmap.EvidenceKind.ATTENDANCE;
import static ru.nastavnik.roadmap.EvidenceKind.FILE;
import static ru.nastavnik.roadmap.EvidenceKind.LINK;
import static ru.nastavnik.roadmap.EvidenceKind.REFERENCE;
import static ru.nastavnik.roadmap.EvidenceKind.SYSTEM;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.nastavnik.requirements.Requirement;

class EvidenceKindTest {

    @Test
    @Requirement("E26")
    void rowIsShownToBeDone_byTheKindThatItNames() {
        assertThat(showing(FILE, false)).containsExactly(FILE, SYSTEM);
        assertThat(showing(LINK, false)).containsExactly(LINK, SYSTEM);
        assertThat(showing(REFERENCE, false)).containsExactly(FILE, LINK, REFERENCE, SYSTEM);
        assertThat(showing(ATTENDANCE, false)).containsExactly(ATTENDANCE, SYSTEM);
        assertThat(showing(SYSTEM, false)).containsExactly(REFERENCE, SYSTEM);
    }

    @Test
    void documentThatWasThereBefore_isCitedFromPaper() {
        assertThat(showing(FILE, true)).containsExactly(FILE, REFERENCE, SYSTEM);
        assertThat(showing(ATTENDANCE, true)).containsExactly(ATTENDANCE, SYSTEM);
    }

    @Test
    void nobodyEntersWhatTheSystemRecords() {
        assertThat(FILE.entered(true)).containsExactly(FILE, REFERENCE);
        assertThat(REFERENCE.entered(false)).containsExactly(FILE, LINK, REFERENCE);
    }

    private static List<EvidenceKind> showing(EvidenceKind row, boolean existed) {
        return Arrays.stream(EvidenceKind.values())
                .filter(proof -> row.shownBy(proof, existed))
                .toList();
    }
}
