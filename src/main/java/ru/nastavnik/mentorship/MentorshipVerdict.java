package ru.nastavnik.mentorship;

import ru.nastavnik.shared.Verdict;

/** What is decided on a pair or a group at work. */
enum MentorshipVerdict implements Verdict {
    FINISH_EARLY,
    /** One mentee leaves, the group goes on. */
    LEAVE,
    TERMINATE;

    @Override
    public String subjectKind() {
        return "mentorship";
    }
}
