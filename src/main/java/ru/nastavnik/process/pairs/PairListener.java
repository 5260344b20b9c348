package ru.nastavnik.process.pairs;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorship;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeLeft;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeMatched;
import ru.nastavnik.mentorship.MentorshipEvents.MenteeUnmatched;
import ru.nastavnik.mentorship.MentorshipEvents.MentorReplaced;
import ru.nastavnik.mentorship.MentorshipEvents.PairEnded;
import ru.nastavnik.mentorship.MentorshipEvents.PairFinishing;
import ru.nastavnik.mentorship.MentorshipEvents.PairListClosed;
import ru.nastavnik.mentorship.MentorshipEvents.PairListOpened;
import ru.nastavnik.mentorship.MentorshipEvents.PairResumed;
import ru.nastavnik.mentorship.MentorshipEvents.PairRevived;
import ru.nastavnik.mentorship.MentorshipEvents.PairStarted;
import ru.nastavnik.mentorship.MentorshipEvents.PairSuspended;
import ru.nastavnik.mentorship.MentorshipEvents.PairTerminated;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeApproved;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeDrafted;
import ru.nastavnik.mentorship.MentorshipEvents.PersonalProgrammeReturned;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementCancelled;
import ru.nastavnik.mentorship.MentorshipEvents.ReplacementRequested;
import ru.nastavnik.mentorship.MentorshipEvents.SearchEnded;
import ru.nastavnik.mentorship.MentorshipEvents.SupportCancelled;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.PairList;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.mentorship.PersonalProgrammes;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.participants.Participant;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.process.Processes;
import ru.nastavnik.process.support.UnmatchedSupportProcess;

/** Turns what happens to pairs into instances and messages, in the same transaction. */
@Component
class PairListener {

    private final Processes processes;
    private final PairWorkNews news;
    private final PairLists lists;
    private final Mentorships mentorships;
    private final PersonalProgrammes programmes;
    private final Replacements replacements;
    private final Participants participants;

    PairListener(
            Processes processes,
            PairWorkNews news,
            PairLists lists,
            Mentorships mentorships,
            PersonalProgrammes programmes,
            Replacements replacements,
            Participants participants) {
        this.processes = processes;
        this.news = news;
        this.lists = lists;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.replacements = replacements;
        this.participants = participants;
    }

    @EventListener
    void on(PairListOpened event) {
        PairList list = lists.get(event.pairListId());
        processes.start(PairFormationProcess.KEY, list.id(), list.organisationId(), programme(list.programmeId()));
    }

    @EventListener
    void on(PairListClosed event) {
        news.changed(lists.get(event.pairListId()).programmeId());
    }

    /** A pair drafts its programme when it works: none is approved before. */
    @EventListener
    void on(PairStarted event) {
        start(mentorships.get(event.mentorshipId()), false);
    }

    /** It goes on where its work stands: by its programme if that is approved, at rest, or with the final meeting. */
    @EventListener
    void on(PairRevived event) {
        Mentorship pair = mentorships.get(event.mentorshipId());
        start(pair, programmes.approved(pair.id()));
        if (pair.state() == Mentorship.State.SUSPENDED) {
            processes.tell(MentorshipProcess.PAIR_SUSPENDED, pair.id());
        } else if (pair.finishing()) {
            processes.tell(MentorshipProcess.PAIR_FINISHING, pair.id());
        }
        changed(pair.id());
    }

    private void start(Mentorship pair, boolean programmeApproved) {
        processes.start(
                MentorshipProcess.KEY,
                pair.id(),
                pair.organisationId(),
                Map.of(
                        ProcessVariable.PROGRAMME_ID.name(),
                        pair.programmeId().toString(),
                        MentorshipProcess.PERSONAL_PROGRAMME_APPROVED.name(),
                        programmeApproved));
    }

    @EventListener
    void on(PersonalProgrammeDrafted event) {
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PersonalProgrammeApproved event) {
        processes.tell(
                MentorshipProcess.PROGRAMME_APPROVED,
                event.mentorshipId(),
                MentorshipProcess.PERSONAL_PROGRAMME_APPROVED.of(true));
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PersonalProgrammeReturned event) {
        processes.tell(MentorshipProcess.PROGRAMME_RETURNED, event.mentorshipId());
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PairSuspended event) {
        processes.tell(MentorshipProcess.PAIR_SUSPENDED, event.mentorshipId());
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PairResumed event) {
        tellWhetherApproved(MentorshipProcess.PAIR_RESUMED, event.mentorshipId());
    }

    @EventListener
    void on(MentorReplaced event) {
        tellWhetherApproved(MentorshipProcess.MENTOR_REPLACED, event.mentorshipId());
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PairFinishing event) {
        processes.tell(MentorshipProcess.PAIR_FINISHING, event.mentorshipId());
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PairTerminated event) {
        processes.tell(MentorshipProcess.PAIR_TERMINATED, event.mentorshipId());
    }

    @EventListener
    void on(MenteeLeft event) {
        changed(event.mentorshipId());
    }

    @EventListener
    void on(PairEnded event) {
        changed(event.mentorshipId());
    }

    @EventListener
    void on(ReplacementRequested event) {
        Mentorship pair = replacements.pairOf(event.replacementId());
        processes.start(
                MentorReplacementProcess.KEY,
                event.replacementId(),
                pair.organisationId(),
                Map.of(
                        ProcessVariable.PROGRAMME_ID.name(),
                        pair.programmeId().toString(),
                        MentorReplacementProcess.REPLACEMENT_CAUSE.name(),
                        event.cause().name()));
    }

    @EventListener
    void on(ReplacementCancelled event) {
        processes.tell(MentorReplacementProcess.REPLACEMENT_CANCELLED, event.replacementId());
    }

    @EventListener
    void on(MenteeUnmatched event) {
        Participant mentee = participants.get(event.participantId());
        processes.start(
                UnmatchedSupportProcess.KEY, mentee.id(), mentee.organisationId(), programme(mentee.programmeId()));
    }

    @EventListener
    void on(MenteeMatched event) {
        endSupport(event.participantId());
    }

    @EventListener
    void on(SupportCancelled event) {
        endSupport(event.participantId());
    }

    private void endSupport(UUID participantId) {
        processes.tell(UnmatchedSupportProcess.MENTEE_MATCHED, participantId);
        news.changed(participants.get(participantId).programmeId());
    }

    @EventListener
    void on(SearchEnded event) {
        endSupport(event.participantId());
    }

    /** Whoever enters the work anew must find there whether the programme has been approved, whenever that happened. */
    private void tellWhetherApproved(String message, UUID mentorshipId) {
        Boolean approved = programmes.approved(mentorshipId);
        processes.tell(message, mentorshipId, MentorshipProcess.PERSONAL_PROGRAMME_APPROVED.of(approved));
    }

    private void changed(UUID mentorshipId) {
        news.changed(mentorships.get(mentorshipId).programmeId());
    }

    private static Map<String, Object> programme(UUID programmeId) {
        return ProcessVariable.PROGRAMME_ID.of(programmeId.toString());
    }
}
