package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.LastSeen;

/** Whoever has met somebody as a mentor or a mentee, or has begun to work in a pair by order, had not left yet. */
@Component
class LastSeenInPairs implements LastSeen {

    private final MeetingRepository meetings;
    private final MentorshipRepository pairs;

    LastSeenInPairs(MeetingRepository meetings, MentorshipRepository pairs) {
        this.meetings = meetings;
        this.pairs = pairs;
    }

    @Override
    public List<Seen> of(UUID personId, LocalDate today) {
        return Stream.concat(
                        seen(meetings.lastWith(personId), "последняя отмеченная встреча с этим человеком"),
                        seen(
                                pairs.lastBegun(personId, today),
                                "день, с которого этот человек работает в паре по приказу"))
                .toList();
    }

    private static Stream<Seen> seen(@Nullable LocalDate day, String fact) {
        return Stream.ofNullable(day).map(known -> new Seen(known, fact));
    }
}
