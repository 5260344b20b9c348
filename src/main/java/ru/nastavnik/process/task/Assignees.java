package ru.nastavnik.process.task;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participants;

/** For expressions in models: the account of the one person whose task it is; nobody when that person never logs in. */
@Component("assignees")
public class Assignees {

    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Replacements replacements;

    Assignees(People people, Participants participants, Mentorships mentorships, Replacements replacements) {
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.replacements = replacements;
    }

    public @Nullable String accountOfParticipant(DelegateExecution execution) {
        return account(participants.get(subject(execution)).personId());
    }

    public @Nullable String mentorOf(DelegateExecution execution) {
        return account(mentorships.get(subject(execution)).mentorId());
    }

    public @Nullable String candidateOf(DelegateExecution execution) {
        return account(replacements.get(subject(execution)).newMentorId());
    }

    public @Nullable String formerMentorOf(DelegateExecution execution) {
        return account(replacements.get(subject(execution)).oldMentorId());
    }

    private @Nullable String account(UUID personId) {
        return people.accountOf(personId).map(UUID::toString).orElse(null);
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
