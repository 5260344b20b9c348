package ru.nastavnik.documents;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.files.FileKeeper;

/** A file that belongs to a version of an act stays. */
@Component
class Annexes implements FileKeeper {

    private final ActVersionRepository versions;

    Annexes(ActVersionRepository versions) {
        this.versions = versions;
    }

    @Override
    public boolean keeps(UUID fileId) {
        return versions.hasAnnex(fileId);
    }
}
