package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Leaving.Touched;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** People leave: what they could do ends, their login is closed, and whatever hangs on them is ended or handed over. */
@Service
@Transactional
public class Dismissals {

    private static final String KEEP_POWERS = """
      insert into dismissed_power (dismissal_id, id, account_id, organisation_id, role, acting, valid_from, valid_to, basis)
      select ?, id, account_id, organisation_id, role, acting, valid_from, valid_to, basis from power
      where account_id = ? and organisation_id = ? and coalesce(valid_to, 'infinity'::date) >= ?""";

    private static final String RESTORE_POWERS = """
      insert into power (id, account_id, organisation_id, role, acting, valid_from, valid_to, basis)
      select id, account_id, organisation_id, role, acting, valid_from, valid_to, basis from dismissed_power
      where dismissal_id = ? on conflict (id) do update set valid_to = excluded.valid_to""";

    private final DismissalRepository dismissals;
    private final PersonRepository persons;
    private final AccountRepository accounts;
    private final People people;
    private final Powers powers;
    private final Organisations organisations;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final JdbcTemplate database;
    private final List<LastSeen> lastSeen;
    private final List<Leaving> features;

    Dismissals(
            DismissalRepository dismissals,
            PersonRepository persons,
            AccountRepository accounts,
            People people,
            Powers powers,
            Organisations organisations,
            Decisions decisions,
            SchoolClock clock,
            JdbcTemplate database,
            List<LastSeen> lastSeen,
            List<Leaving> features) {
        this.dismissals = dismissals;
        this.persons = persons;
        this.accounts = accounts;
        this.people = people;
        this.powers = powers;
        this.organisations = organisations;
        this.decisions = decisions;
        this.clock = clock;
        this.database = database;
        this.lastSeen = lastSeen;
        this.features = features;
    }

    /** @return what hangs on this person, and what would become of it if they left today */
    @Transactional(readOnly = true)
    public List<Touched> touchedBy(UUID organisationId, UUID personId) {
        people.person(organisationId, personId);
        List<Touched> touched = new ArrayList<>();
        List<String> roles = accounts.findByPerson(personId).stream()
                .flatMap(account -> people.rolesOf(account.id(), organisationId).stream())
                .map(Role::title)
                .toList();
        if (!roles.isEmpty()) {
            touched.add(new Touched("Роли", roles, "Закончатся, вход закроется."));
        }
        features.forEach(feature -> touched.addAll(feature.touchedBy(organisationId, personId)));
        return touched;
    }

    /**
     * A person leaves: no power of theirs in this organisation holds any more; the account is closed unless it is
     * somebody in another organisation too; each feature ends or hands over what hangs on them.
     *
     * @param day     the first day without them, today at the latest
     * @param decider who says so for the organisation
     * @param entry   how that is entered, by somebody with an account
     */
    public void dismiss(UUID organisationId, UUID personId, @Nullable LocalDate day, Decider decider, Entry entry) {
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
        Optional<Account> account = accounts.findByPerson(personId);
        boolean closed = account.isPresent() && !isSomebodyElsewhere(account.get(), personId);
        Dismissal dismissal = dismissals.saveAndFlush(new Dismissal(person, day, closed, clock.instant()));
        account.ifPresent(left -> {
            database.update(KEEP_POWERS, dismissal.id(), left.id(), organisationId, day);
            powers.endAll(organisationId, left.id(), day);
            if (closed) {
                left.block();
                accounts.saveAndFlush(left);
            }
        });
        decisions.record(organisationId, PersonVerdict.DISMISSED, personId, null, null, decider, entry);
        Departure departure = departure(dismissal, person, account.orElse(null), decider, entry);
        features.forEach(feature -> feature.end(departure));
    }

    private boolean isSomebodyElsewhere(Account account, UUID personId) {
        return persons.findAllById(account.personIds()).stream()
                .anyMatch(other -> !other.id().equals(personId)
                        && !other.dismissedBy(organisations.today(other.organisationId())));
    }

    private static Departure departure(
            Dismissal dismissal, Person person, @Nullable Account account, Decider decider, Entry entry) {
        return new Departure(
                dismissal.id(),
                person.organisationId(),
                person.id(),
                account == null ? null : account.id(),
                dismissal.leftOn(),
                decider,
                entry);
    }

    /** @return whether the person has left by a dismissal that can be taken back */
    @Transactional(readOnly = true)
    public boolean canBeTakenBack(UUID personId) {
        return dismissals.findByPersonIdAndTakenBackAtIsNull(personId).isPresent()
                && persons.findById(personId).filter(person -> !person.erased()).isPresent();
    }

    /**
     * The dismissal was entered by mistake: powers, login and whatever hung on the person become as they were, but for
     * what people have decided since.
     *
     * @param granter roles of whoever takes it back: nobody gives back what they could not give
     * @return what stays as it is now, a sentence each
     */
    public List<String> takeBack(
            UUID organisationId, UUID personId, Collection<Role> granter, Decider decider, Entry entry) {
        Person person = people.person(organisationId, personId);
        if (!person.dismissedBy(organisations.today(organisationId))) {
            throw Refusal.wrongState("Этот человек не уволен: увольнение не отмечено или уже отменено.");
        }
        if (!canBeTakenBack(personId)) {
            throw Refusal.wrongState(
                    person.erased()
                            ? "Данные этого человека удалены. Если он работает или учится здесь, внесите его заново."
                            : "Что изменило это увольнение, не записано. Если человек работает или учится здесь, "
                                    + "внесите его заново.");
        }
        Dismissal dismissal =
                dismissals.findByPersonIdAndTakenBackAtIsNull(personId).orElseThrow();
        requireMayGiveBack(dismissal, organisationId, granter);
        person.comeBack();
        persons.saveAndFlush(person);
        Optional<Account> account = accounts.findByPerson(personId);
        database.update(RESTORE_POWERS, dismissal.id());
        account.filter(closed -> dismissal.accessClosed()).ifPresent(closed -> {
            closed.unblock();
            accounts.saveAndFlush(closed);
        });
        dismissal.takeBack(clock.instant());
        dismissals.saveAndFlush(dismissal);
        decisions.record(organisationId, PersonVerdict.DISMISSAL_TAKEN_BACK, personId, null, null, decider, entry);
        Departure departure = departure(dismissal, person, account.orElse(null), decider, entry);
        return features.stream()
                .flatMap(feature -> feature.restore(departure).stream())
                .toList();
    }

    private void requireMayGiveBack(Dismissal dismissal, UUID organisationId, Collection<Role> granter) {
        Set<Role> grantable = powers.grantableBy(granter, organisationId);
        database
                .queryForList("select role from dismissed_power where dismissal_id = ?", String.class, dismissal.id())
                .stream()
                .map(Role::valueOf)
                .filter(role -> !grantable.contains(role))
                .findFirst()
                .ifPresent(role -> {
                    throw Refusal.forbidden("Увольнение человека с ролью «" + role.title()
                            + "» отменит директор или технический администратор.");
                });
    }

    /** Nobody leaves before they have come: before their first power, or a day on which they were seen. */
    private DayBounds days(Person person, LocalDate today) {
        DayBounds days = DayBounds.untilToday(today)
                .notBefore(person.enteredOn().minusYears(1), "за год до того, как этот человек внесён в программу")
                .notBefore(firstPower(person, today), "первый день роли этого человека");
        for (LastSeen feature : lastSeen) {
            for (LastSeen.Seen seen : feature.of(person.id(), today)) {
                days = days.notBefore(seen.day(), seen.fact());
            }
        }
        return days;
    }

    private @Nullable LocalDate firstPower(Person person, LocalDate today) {
        return accounts.findByPerson(person.id())
                .flatMap(account -> powers.firstDay(person.organisationId(), account.id()))
                .filter(first -> !first.isAfter(today))
                .orElse(null);
    }
}
