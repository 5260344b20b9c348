package ru.nastavnik.process.task;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.ProcessVariable;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;

/**
 * The task at hand.
 *
 * @param organisationId whose task it is
 * @param subjectId      business key: what the process is about
 * @param actor          account that has the form open; null when the list is filled by the system
 * @param today          the date that people of the organisation have now
 * @param variables      variables of the process
 * @param desk           looks up who is who
 */
public record TaskContext(
        UUID organisationId,
        UUID subjectId,
        @Nullable UUID actor,
        LocalDate today,
        VariableScope variables,
        TaskPeople desk) {

    /** @return the account that has the form open: not asked for while a list is filled */
    @Override
    public UUID actor() {
        return Objects.requireNonNull(actor, "Nobody has a form open when a list is filled");
    }

    public <T> T get(ProcessVariable<T> variable) {
        return variable.in(variables);
    }

    public <T> void set(ProcessVariable<T> variable, T value) {
        variable.set(variables, value);
    }

    /** @return days up to today: what is entered has happened */
    public DayBounds untilToday() {
        return DayBounds.untilToday(today);
    }

    /** @return the programme to which the process belongs */
    public UUID programmeId() {
        return UUID.fromString(get(ProcessVariable.PROGRAMME_ID));
    }

    /**
     * The door block of a form: through which door the thing is entered.
     *
     * @param answers keys door, happenedOn, proof
     * @param role    who decides here; whoever has not this power enters it from paper or from that person's words
     * @throws ru.nastavnik.shared.Refusal when the day is another than today on the screen, the proof of a paper is missing, or a decision of another person is entered as made on the screen
     */
    public Entry entry(Answers answers, Role role) {
        return desk.entry(this, answers, desk.holds(this, role));
    }

    /** What the person who has the form open does there now, in their own name. */
    public Entry onScreen() {
        return new Entry(Door.SCREEN, today, null, actor());
    }

    /** The same where the person who acts is one particular person (a mentor, a participant). */
    public Entry entryOf(Answers answers, UUID personId) {
        return desk.entry(this, answers, desk.is(this, personId));
    }

    /** The same where everybody who has the task may enter what happened (a marked sheet, an event). */
    public Entry entryByAnybody(Answers answers) {
        return desk.entry(this, answers, true);
    }

    /** @return who decides in this role today, and in what capacity */
    public Decider decider(Role role) {
        return desk.decider(this, role, today);
    }

    /** @return who decided in this role on the day of the entry, and in what capacity */
    public Decider decider(Role role, Entry entry) {
        return desk.decider(this, role, entry.happenedOn());
    }
}
