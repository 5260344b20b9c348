package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.DayBounds;
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
    private final List<LastSeen> lastSeen;

    Dismissals(
            PersonRepository persons,
            AccountRepository accounts,
            People people,
            Powers powers,
            Organisations organisations,
            ApplicationEventPublisher events,
            List<LastSeen> lastSeen) {
        this.persons = persons;
        this.accounts = accounts;
        this.people = people;
        this.powers = powers;
        this.organisations = organisations;
        this.events = events;
        this.lastSeen = lastSeen;
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
        if (day == null) {
            throw Refusal.invalid("Укажите день ухода.");
        }
        if (person.dismissedBy(today)) {
            throw Refusal.wrongState("Увольнение уже отмечено.");
        }
        days(person, today).require("День ухода", day);
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

    /** Nobody leaves before they have come: before their first power, or a day on which they were seen. */
    private DayBounds days(Person person, LocalDate today) {
        LocalDate firstPower = accounts.findByPerson(person.id())
                .flatMap(account -> powers.firstDay(person.organisationId(), account.id()))
                .filter(first -> !first.isAfter(today))
                .orElse(null);
        LocalDate seen = lastSeen.stream()
                .flatMap(feature -> feature.of(person.id()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
        return DayBounds.untilToday(today)
                .notBefore(person.enteredOn().minusYears(1), "за год до того, как этот человек внесён в программу")
                .notBefore(firstPower, "первый день роли этого человека")
                .notBefore(seen, "последняя отмеченная встреча с этим человеком");
    }
}
