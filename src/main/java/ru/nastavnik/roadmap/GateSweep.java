package ru.nastavnik.roadmap;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every night and at every start for stages whose message has been lost. */
@Component
class GateSweep {

    private final Roadmap roadmap;

    GateSweep(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    @Scheduled(cron = "0 30 3 * * *")
    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        roadmap.sweepGates();
    }
}
