package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What is told about a pair's meetings. */
enum MeetingVerdict implements Verdict {
    HELD,
    NONE;

    @Override
    public String subjectKind() {
        return "meeting";
    }
}
