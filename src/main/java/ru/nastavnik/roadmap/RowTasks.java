package ru.nastavnik.roadmap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where the work behind rows is done. Implemented where the engine is known. */
public interface RowTasks {

    /**
     * @param rows rows of one programme
     * @return ids of the open tasks that belong to these rows, by the row; the first due of several. Only tasks that the
     *     current user may see
     */
    Map<UUID, String> of(UUID programmeId, Collection<Measure> rows);

    /**
     * What is being done about rows by somebody else: for those who answer for them too and cannot open the task.
     *
     * @param rows rows of one programme
     * @return names of the open tasks that belong to these rows, by the row; the first due of several
     */
    Map<UUID, String> names(UUID programmeId, Collection<Measure> rows);

    /** @return names of the open tasks of anybody that bring this about, the first due first; each once */
    List<String> names(UUID programmeId, Outcome outcome);
}
