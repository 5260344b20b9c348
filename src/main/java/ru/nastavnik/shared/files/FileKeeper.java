package ru.nastavnik.shared.files;

import java.util.UUID;

/** A feature that may refer to files for good. */
public interface FileKeeper {

    /** @return whether something that was decided on refers to the file, so that it must stay */
    boolean keeps(UUID fileId);
}
