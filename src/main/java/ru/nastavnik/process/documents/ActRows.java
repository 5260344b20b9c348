package ru.nastavnik.process.documents;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;

/** Rows of the roadmap that a local act fulfils. */
@Component
public class ActRows {

    /** Until rows say themselves which outcomes they wait for. */
    private static final Map<String, String> ROWS =
            Map.of("REGULATION_ORDER_IN_FORCE", "S2-1.1", "REGULATION_IN_FORCE", "S2-1.2");

    private final Roadmap roadmap;

    ActRows(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    /** @return the row of the programme's roadmap that an act of this kind fulfils */
    public Optional<Measure> row(UUID programmeId, ActKind kind) {
        return Optional.ofNullable(kind.outcome()).map(ROWS::get).flatMap(ref -> roadmap.row(programmeId, ref));
    }

    /**
     * Marks the row as done by this act in force.
     *
     * @param measureId null when the act fulfils no row
     * @param on        when it was done in this programme: an act that is only cited may be years older
     * @param by        account that says so; null when the system does
     */
    public void fulfil(UUID measureId, LocalAct act, LocalDate on, UUID by) {
        if (measureId != null && !programmeEnded(measureId)) {
            roadmap.fulfil(measureId, new Proof(EvidenceKind.SYSTEM, act.caption(), null, act.id(), on, by));
        }
    }

    /** @return whether the row still waits for an act, as it is open and its programme has not ended; false for null */
    public boolean waiting(UUID measureId) {
        return measureId != null && !roadmap.measure(measureId).closed() && !programmeEnded(measureId);
    }

    private boolean programmeEnded(UUID measureId) {
        return roadmap.programme(
                        roadmap.stage(roadmap.measure(measureId).stageId()).programmeId())
                .ended();
    }
}
