package ru.nastavnik.process.programme;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.Processes;
import ru.nastavnik.roadmap.ProgrammeCancelled;
import ru.nastavnik.roadmap.ProgrammeRequested;

/** Turns what happens to programmes into messages, in the same transaction. */
@Component
class ProgrammeListener {

    private final Processes processes;

    ProgrammeListener(Processes processes) {
        this.processes = processes;
    }

    /** The business key is the programme's once it has been created. */
    @EventListener
    void on(ProgrammeRequested event) {
        processes.start(
                MentoringProgrammeProcess.KEY,
                UUID.randomUUID(),
                event.organisationId(),
                Map.of(
                        MentoringProgrammeProcess.TEMPLATE_CODE.name(), event.templateCode(),
                        MentoringProgrammeProcess.TRACK.name(), event.track(),
                        MentoringProgrammeProcess.PERIOD_FROM.name(),
                                event.from().toString(),
                        MentoringProgrammeProcess.PERIOD_TO.name(), event.to().toString()));
    }

    @EventListener
    void on(ProgrammeCancelled event) {
        processes.tell(MentoringProgrammeProcess.PROGRAMME_CANCELLED, event.programmeId());
    }
}
