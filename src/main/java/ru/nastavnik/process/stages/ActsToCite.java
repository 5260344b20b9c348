package ru.nastavnik.process.stages;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.ActKinds;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.documents.ActRows;
import ru.nastavnik.roadmap.Measure;

/** The acts that a programme begins with: those for which its roadmap waits, then those that the school demands. */
@Component("actsToCite")
public class ActsToCite {

    /** One act that is asked for, and the row that it fulfils; null when none. */
    record Asked(ActKind kind, @Nullable Measure row) {

        @Nullable
        UUID measureId() {
            return row == null ? null : row.id();
        }

        Role drafter() {
            return row == null ? kind.drafterRole() : row.responsibleRole();
        }
    }

    private final ActKinds kinds;
    private final ActRows rows;

    ActsToCite(ActKinds kinds, ActRows rows) {
        this.kinds = kinds;
        this.rows = rows;
    }

    /** For the model: @return whether any act is asked for */
    public boolean any(DelegateExecution execution) {
        return !of(
                        UUID.fromString(execution.getTenantId()),
                        UUID.fromString(ProcessVariable.PROGRAMME_ID.in(execution)))
                .isEmpty();
    }

    /** @return what is asked for, new ones last, so that a form that is open keeps its places */
    List<Asked> of(UUID organisationId, UUID programmeId) {
        Stream<Asked> awaited = kinds.founding(organisationId).stream()
                .flatMap(kind -> rows.row(programmeId, kind).map(row -> new Asked(kind, row)).stream())
                .sorted(Comparator.comparing(
                        (Asked asked) -> Objects.requireNonNull(asked.row(), "Each of these waits in a row")
                                .number()));
        Stream<Asked> demanded = kinds.demanded(organisationId).stream()
                .filter(kind -> rows.row(programmeId, kind).isEmpty())
                .map(kind -> new Asked(kind, null));
        return Stream.concat(awaited, demanded).toList();
    }
}
