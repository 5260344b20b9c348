package ru.nastavnik.roadmap;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which programmes run. */
@Service
@Transactional(readOnly = true)
public class OpenProgrammes {

    private final ProgrammeRepository programmes;

    OpenProgrammes(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    /** @return running programmes of the organisation, the newest period first */
    public List<Programme> running(UUID organisationId) {
        return programmes.findByOrganisationIdOrderByPeriodFromDesc(organisationId).stream()
                .filter(Programme::running)
                .toList();
    }
}
