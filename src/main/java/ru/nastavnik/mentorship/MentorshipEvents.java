package ru.nastavnik.mentorship;

import java.util.UUID;

/** What happens to pairs. Published within the transaction that changes them. */
public final class MentorshipEvents {

    private MentorshipEvents() {}

    /** A pair list has been opened: pairs are to be formed. */
    public record PairListOpened(UUID pairListId) {}

    /** Every pair of the list works or has been dropped. */
    public record PairListClosed(UUID pairListId) {}

    /** The pair has been assigned by order and works. */
    public record PairStarted(UUID mentorshipId) {}

    public record PersonalProgrammeDrafted(UUID mentorshipId) {}

    public record PersonalProgrammeApproved(UUID mentorshipId) {}

    public record PersonalProgrammeReturned(UUID mentorshipId) {}

    /** The pair waits for a new mentor. */
    public record PairSuspended(UUID mentorshipId) {}

    public record PairResumed(UUID mentorshipId) {}

    /** Another mentor works in the pair, which has not been suspended before. */
    public record MentorReplaced(UUID mentorshipId) {}

    /** The pair finishes before its time; the final meeting is next. */
    public record PairFinishing(UUID mentorshipId) {}

    /** A mentee has left a group that goes on. */
    public record MenteeLeft(UUID mentorshipId) {}

    public record PairTerminated(UUID mentorshipId) {}

    /** The pair works no more, whatever the reason. */
    public record PairEnded(UUID mentorshipId) {}

    /** The pair was ended by mistake and works on. */
    public record PairRevived(UUID mentorshipId) {}

    /** Another mentor is needed. */
    public record ReplacementRequested(UUID replacementId, Replacement.Cause cause) {}

    /** Nobody is to be replaced any more: the pair has ended, or the cause is gone. */
    public record ReplacementCancelled(UUID replacementId) {}

    /** A mentee has nobody to work with and is supported until that changes. */
    public record MenteeUnmatched(UUID participantId) {}

    /** A mentee has a mentor again. */
    public record MenteeMatched(UUID participantId) {}

    /** The mentee wants no mentor any more and has said so while being supported. */
    public record SearchEnded(UUID participantId) {}

    /** The mentee leaves with the pair, so that nobody is to be supported any more. */
    public record SupportCancelled(UUID participantId) {}
}
