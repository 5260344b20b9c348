package ru.nastavnik.roadmap;

import java.util.Optional;
import java.util.UUID;

/** Where the work behind a row is done. Implemented where the engine is known. */
public interface RowTasks {

  /**
   * @param process id of the process that carries the row out
   * @return id of the open task behind the row, if there is one that the current user may see
   */
  Optional<String> taskOf(UUID programmeId, UUID measureId, String process);
}
