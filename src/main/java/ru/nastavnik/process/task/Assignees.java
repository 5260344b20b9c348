package ru.nastavnik.process.task;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.nastavnik.mentorship.Mentorships;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.organisation.People;

/** For expressions in models: the account of the one person whose task it is; nobody when that person never logs in. */
@Component("assignees")
public class Assignees {

  private final People people;
  private final Mentorships mentorships;
  private final Replacements replacements;

  Assignees(People people, Mentorships mentorships, Replacements replacements) {
    this.people = people;
    this.mentorships = mentorships;
    this.replacements = replacements;
  }

  public String accountOfPerson(DelegateExecution execution) {
    return account(subject(execution));
  }

  public String mentorOf(DelegateExecution execution) {
    return account(mentorships.get(subject(execution)).mentorId());
  }

  public String candidateOf(DelegateExecution execution) {
    return account(replacements.get(subject(execution)).newMentorId());
  }

  public String formerMentorOf(DelegateExecution execution) {
    return account(replacements.get(subject(execution)).oldMentorId());
  }

  private String account(UUID personId) {
    return people.accountOf(personId).map(UUID::toString).orElse(null);
  }

  private static UUID subject(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessBusinessKey());
  }
}
