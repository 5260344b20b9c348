package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.LastSeen;

/** Whoever has met somebody as a mentor or a mentee had not left yet. */
@Component
class LastMeetings implements LastSeen {

    private final MeetingRepository meetings;

    LastMeetings(MeetingRepository meetings) {
        this.meetings = meetings;
    }

    @Override
    public Optional<LocalDate> of(UUID personId) {
        return Optional.ofNullable(meetings.lastWith(personId));
    }
}
