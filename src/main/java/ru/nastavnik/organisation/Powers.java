package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;

/** Gives powers and ends them: a role in an organisation, with dates and a basis. */
@Service
@Transactional
public class Powers {

    private static final int LONGEST_SERVICE_YEARS = 50;
    private static final int PLANNED_YEARS = 5;

    private final PowerRepository powers;
    private final AccountRepository accounts;
    private final PersonRepository persons;
    private final People people;
    private final Organisations organisations;

    Powers(
            PowerRepository powers,
            AccountRepository accounts,
            PersonRepository persons,
            People people,
            Organisations organisations) {
        this.powers = powers;
        this.accounts = accounts;
        this.persons = persons;
        this.people = people;
        this.organisations = organisations;
    }

    /** @return roles that whoever has one of these roles may give and take in this organisation */
    @Transactional(readOnly = true)
    public Set<Role> grantableBy(Collection<Role> granter, UUID organisationId) {
        Set<Role> possible = switch (organisations.get(organisationId).kind()) {
            case OPERATOR -> EnumSet.of(Role.ADMINISTRATOR);
            case MUNICIPALITY -> EnumSet.of(Role.MUNICIPAL_HEAD, Role.MUNICIPAL_COORDINATOR);
            case SCHOOL ->
                EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.MUNICIPAL_HEAD, Role.MUNICIPAL_COORDINATOR));
        };
        if (granter.contains(Role.ADMINISTRATOR)) {
            return possible;
        }
        possible.remove(Role.ADMINISTRATOR);
        if (!granter.contains(Role.DIRECTOR)) {
            possible.remove(Role.DIRECTOR);
        }
        return granter.contains(Role.DIRECTOR) || granter.contains(Role.CURATOR)
                ? possible
                : EnumSet.noneOf(Role.class);
    }

    /**
     * Whether the access of this person may be changed by somebody with these roles: nobody gets at the access of people
     * who may do more than they themselves, here or elsewhere.
     *
     * @throws Refusal FORBIDDEN with the reason
     */
    @Transactional(readOnly = true)
    public void requireAuthority(Collection<Role> granter, UUID organisationId, UUID personId) {
        people.person(organisationId, personId);
        Optional<Account> account = accounts.findByPerson(personId);
        if (account.isEmpty() || granter.contains(Role.ADMINISTRATOR)) {
            return;
        }
        LocalDate today = organisations.today(organisationId);
        Set<Role> grantable = grantableBy(granter, organisationId);
        for (Power power : powers.findByAccountId(account.get().id())) {
            if (power.validTo() != null && power.validTo().isBefore(today)) {
                continue;
            }
            if (!power.organisationId().equals(organisationId)) {
                throw Refusal.forbidden(
                        "Этот человек работает и в другом учреждении. Его доступ изменит технический администратор.");
            }
            if (!grantable.contains(power.role())) {
                throw Refusal.forbidden("Доступ человека с ролью «"
                        + power.role().title() + "» изменит директор или технический администратор.");
            }
        }
    }

    /**
     * Gives several powers without an end.
     *
     * @param roles at least one
     */
    public void grant(UUID organisationId, UUID accountId, @Nullable Set<Role> roles, String basis, LocalDate from) {
        if (roles == null || roles.isEmpty()) {
            throw Refusal.invalid("Выберите хотя бы одну роль.");
        }
        roles.forEach(role -> grant(organisationId, accountId, role, false, from, null, basis));
    }

    /**
     * Gives a power. The same power with the same dates twice is given once.
     *
     * @param acting whether the holder only acts in this role («И. о.»)
     * @param to     last day, null when it has no end
     * @param basis  order or other document
     */
    public UUID grant(
            UUID organisationId,
            UUID accountId,
            @Nullable Role role,
            boolean acting,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String basis) {
        if (role == null || from == null) {
            throw Refusal.invalid("Укажите роль и день, с которого она действует.");
        }
        LocalDate today = organisations.today(organisationId);
        DayBounds.between(
                        today.minusYears(LONGEST_SERVICE_YEARS),
                        LONGEST_SERVICE_YEARS + " лет назад",
                        today.plusYears(1),
                        "через год")
                .require("День, с которого действует роль", from);
        if (to != null) {
            planned(today).notBefore(from, "первый день роли").require("Последний день роли", to);
        }
        if (acting && to == null) {
            throw Refusal.invalid("Для исполняющего обязанности укажите последний день.");
        }
        String ground = Limits.basis(basis);
        if (!grantableBy(EnumSet.of(Role.ADMINISTRATOR), organisationId).contains(role)) {
            throw Refusal.invalid("Такой роли в этом учреждении нет.");
        }
        requireMember(organisationId, accountId);
        Optional<Power> same = powers.findByAccountId(accountId).stream()
                .filter(power -> power.organisationId().equals(organisationId)
                        && power.role() == role
                        && power.acting() == acting
                        && power.validFrom().equals(from)
                        && Objects.equals(power.validTo(), to))
                .findFirst();
        return same.orElseGet(
                        () -> powers.saveAndFlush(new Power(accountId, organisationId, role, acting, from, to, ground)))
                .id();
    }

    /**
     * Ends a power.
     *
     * @param lastDay the last day on which it holds; before its first day: it will never have held
     */
    public void end(UUID organisationId, UUID powerId, @Nullable LocalDate lastDay) {
        Power power = power(organisationId, powerId);
        if (lastDay == null) {
            throw Refusal.invalid("Укажите последний день роли.");
        }
        planned(organisations.today(organisationId))
                .notBefore(
                        power.validFrom().minusDays(1),
                        "день перед началом роли: если указать его, роль как будто не давали")
                .require("Последний день роли", lastDay);
        if (power.validTo() != null && power.validTo().isBefore(organisations.today(organisationId))) {
            throw Refusal.wrongState("Эта роль уже закончилась.");
        }
        endOn(power, lastDay);
    }

    private static DayBounds planned(LocalDate today) {
        return DayBounds.between(
                today.minusYears(LONGEST_SERVICE_YEARS),
                LONGEST_SERVICE_YEARS + " лет назад",
                today.plusYears(PLANNED_YEARS),
                "через " + PLANNED_YEARS + " лет");
    }

    @Transactional(readOnly = true)
    public Power power(UUID organisationId, UUID powerId) {
        return powers.findById(powerId)
                .filter(power -> power.organisationId().equals(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такой роли нет."));
    }

    private void endOn(Power power, LocalDate lastDay) {
        if (lastDay.isBefore(power.validFrom())) {
            powers.delete(power);
        } else if (power.validTo() == null || power.validTo().isAfter(lastDay)) {
            power.endOn(lastDay);
            powers.saveAndFlush(power);
        }
        powers.flush();
    }

    /** @return the first day of the account's earliest power in this organisation; empty when it has had none */
    Optional<LocalDate> firstDay(UUID organisationId, UUID accountId) {
        return powers.findByAccountId(accountId).stream()
                .filter(power -> power.organisationId().equals(organisationId))
                .map(Power::validFrom)
                .min(Comparator.naturalOrder());
    }

    /**
     * Ends all that this account may do there, because its person has left.
     *
     * @param day the first day without them, today at the latest
     */
    void endAll(UUID organisationId, UUID accountId, LocalDate day) {
        LocalDate today = organisations.today(organisationId);
        for (Power power : powers.findByAccountId(accountId)) {
            boolean goesOn = power.validTo() == null || !power.validTo().isBefore(day);
            if (goesOn && power.organisationId().equals(organisationId)) {
                endOn(power, lastDayOf(power, day, today));
            }
        }
    }

    /** A power that began after the day of leaving keeps its first day where that has passed: it stays on record. */
    private static LocalDate lastDayOf(Power power, LocalDate day, LocalDate today) {
        LocalDate last = day.minusDays(1);
        return power.validFrom().isAfter(last) && power.validFrom().isBefore(today) ? power.validFrom() : last;
    }

    private void requireMember(UUID organisationId, UUID accountId) {
        Account account = accounts.findById(accountId).orElseThrow(() -> Refusal.notFound("Такой учётной записи нет."));
        Person member = persons.findAllById(account.personIds()).stream()
                .filter(person -> person.organisationId().equals(organisationId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Такого человека в учреждении нет."));
        if (member.dismissedBy(organisations.today(organisationId))) {
            throw Refusal.wrongState("Этот человек больше не работает в учреждении. Внесите его заново.");
        }
        if (account.blocked()) {
            throw Refusal.wrongState("Доступ этого человека закрыт.");
        }
    }
}
