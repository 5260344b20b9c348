package ru.nastavnik.mentorship;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.ProgrammeEnding;

/** What the end of a programme means for its pairs. */
@Component
class ProgrammeEndings {

    private final Mentorships mentorships;

    ProgrammeEndings(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @EventListener
    void on(ProgrammeEnding event) {
        if (event.pairsContinue()) {
            mentorships.endFormingOf(event.programmeId());
        } else {
            mentorships.endAllOf(event.programmeId(), event.reason());
        }
    }
}
