package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;

/** People leave: what they could do ends, and their login is closed. */
@Service
@Transactional
public class Dismissals {

    private final PersonRepository persons;
    private final AccountRepository accounts;
    private final People people;
    private final Powers powers;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    Dismissals(
            PersonRepository persons,
            AccountRepository accounts,
            People people,
            Powers powers,
            Organisations organisations,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.accounts = accounts;
        this.people = people;
        this.powers = powers;
        this.organisations = organisations;
        this.events = events;
    }

    /**
     * A person leaves: no power of theirs in this organisation holds any more; the account is closed unless it is
     * somebody in another organisation too.
     *
     * @param day the first day without them, today at the latest
     */
    public void dismiss(UUID organisationId, UUID personId, @Nullable LocalDate day) {
        LocalDate today = organisations.today(organisationId);
        Person person = people.person(organisationId, personId);
        if (day == null || day.isAfter(today)) {
            throw Refusal.invalid(
                    "Увольнение отмечают в день ухода или позже. Укажите сегодняшний день или более ранний.");
        }
        Limits.sensible(day);
        if (person.dismissedBy(today)) {
            throw Refusal.wrongState("Увольнение уже отмечено.");
        }
        person.dismiss(day);
        persons.saveAndFlush(person);
        accounts.findByPerson(personId).ifPresent(account -> {
            powers.endAll(organisationId, account.id(), day);
            boolean elsewhere = persons.findAllById(account.personIds()).stream()
                    .anyMatch(other -> !other.id().equals(personId) && !other.dismissedBy(today));
            if (!elsewhere) {
                account.block();
                accounts.saveAndFlush(account);
            }
            events.publishEvent(new PersonDismissed(organisationId, account.id()));
        });
    }
}
