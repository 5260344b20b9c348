package ru.nastavnik.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Gives access to people and takes it away: accounts, passwords, powers with dates and a basis. */
@Service
@Transactional
public class Staff {

    /** Who is invited. Everything but the category and the first two names may be null. */
    public record NewPerson(
            Person.Category category,
            String lastName,
            String firstName,
            String middleName,
            String positionTitle,
            String email) {}

    /** What is printed on the login slip. The password is shown once and kept nowhere. */
    public record LoginSlip(UUID personId, UUID accountId, String login, String oneTimePassword)
            implements Serializable {}

    /** A power as the list of staff shows it. */
    public record HeldPower(
            UUID id, Role role, boolean acting, LocalDate from, LocalDate to, String basis, boolean holdsToday) {

        public String title() {
            return role.title(acting);
        }
    }

    /**
     * A person of the organisation with what they may do.
     *
     * @param birthDate       null when it is not known
     * @param representatives of a pupil, by name; null when there are none
     * @param login           null when the person has no access
     * @param blocked         whether the access is closed
     */
    public record Member(
            UUID personId,
            String fullName,
            String positionTitle,
            Person.Category category,
            LocalDate birthDate,
            String representatives,
            LocalDate dismissedOn,
            UUID accountId,
            String login,
            boolean blocked,
            List<HeldPower> powers) {}

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");
    private static final int MAX_BASIS = 300;
    private static final int MAX_NAME = 100;
    private static final int MAX_ABOUT = 200;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private static final String MEMBERS = """
      select pe.id, pe.last_name, pe.first_name, pe.middle_name, pe.position_title, pe.category, pe.birth_date,
             pe.dismissed_on,
             (select string_agg(concat_ws(' ', r.last_name, r.first_name, r.middle_name), ', ' order by r.last_name)
              from person r where r.represented_id = pe.id) as representatives,
             a.id as account_id, a.login, a.blocked,
             p.id as power_id, p.role, p.acting, p.valid_from, p.valid_to, p.basis
      from person pe
      left join account_person ap on ap.person_id = pe.id
      left join account a on a.id = ap.account_id
      left join power p on p.account_id = a.id and p.organisation_id = pe.organisation_id
      where pe.organisation_id = ? and (cast(? as uuid) is null or pe.id = ?)
        and position(? in lower(concat_ws(' ', pe.last_name, pe.first_name, pe.middle_name))) > 0
      order by pe.dismissed_on is not null, pe.last_name, pe.first_name, pe.middle_name, pe.id, p.valid_from, p.role""";

    private final PersonRepository persons;
    private final AccountRepository accounts;
    private final PowerRepository powers;
    private final Organisations organisations;
    private final Passwords passwords;
    private final JdbcTemplate database;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    Staff(
            PersonRepository persons,
            AccountRepository accounts,
            PowerRepository powers,
            Organisations organisations,
            Passwords passwords,
            JdbcTemplate database,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.accounts = accounts;
        this.powers = powers;
        this.organisations = organisations;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        this.events = events;
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
        person(organisationId, personId);
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
     * Enters a person and gives them access.
     *
     * @param roles what they may do from that day on, at least one
     * @param basis order or other document that gives the roles
     */
    public LoginSlip invite(
            UUID organisationId, NewPerson data, String login, Set<Role> roles, String basis, LocalDate from) {
        UUID personId = enter(organisationId, data);
        return giveAccess(organisationId, personId, login, roles, basis, from);
    }

    /** Enters a person who needs no access: most of a school never logs in. */
    public UUID enter(UUID organisationId, NewPerson data) {
        Person person = new Person(
                organisationId,
                data.category(),
                name(data.lastName(), "фамилию"),
                name(data.firstName(), "имя"),
                fitting(data.middleName(), MAX_NAME, "Отчество"),
                fitting(data.positionTitle(), MAX_ABOUT, "Должность"));
        person.reachableAt(fitting(data.email(), MAX_ABOUT, "Адрес почты"));
        return persons.saveAndFlush(person).id();
    }

    /**
     * Enters a pupil, who gets no access: the curator enters from paper what they say.
     *
     * @param birthDate      decides whether they may be mentored (E11) and whose consents are needed (E3)
     * @param representative who consents for a pupil under age; null for one who is of age
     * @return id of the pupil
     */
    public UUID enterPupil(UUID organisationId, NewPerson pupil, LocalDate birthDate, NewPerson representative) {
        LocalDate today = organisations.today(organisationId);
        sensible(birthDate);
        if (birthDate == null || !birthDate.isBefore(today)) {
            throw Refusal.invalid("Укажите дату рождения ученика.");
        }
        Person entered = person(organisationId, enter(organisationId, pupil));
        entered.bornOn(birthDate);
        if (representative != null) {
            person(organisationId, enter(organisationId, representative)).represents(entered.id());
        } else if (entered.minorOn(today)) {
            throw Refusal.invalid("Ученику нет 18 лет: внесите законного представителя, согласие даёт и он.");
        }
        persons.flush();
        return entered.id();
    }

    /** Gives access to a person who is entered already. */
    public LoginSlip giveAccess(
            UUID organisationId, UUID personId, String login, Set<Role> roles, String basis, LocalDate from) {
        String oneTime = passwords.oneTime();
        UUID accountId = open(organisationId, personId, login, oneTime, true);
        grant(accountId, organisationId, roles, basis, from);
        return new LoginSlip(personId, accountId, normalised(login), oneTime);
    }

    /**
     * Gives access with a password that the person has chosen already: the first administrator, made-up people.
     *
     * @return id of the account
     */
    public UUID giveAccessWithPassword(
            UUID organisationId,
            UUID personId,
            String login,
            String password,
            Set<Role> roles,
            String basis,
            LocalDate from) {
        passwords.check(password, login);
        UUID accountId = open(organisationId, personId, login, password, false);
        grant(accountId, organisationId, roles, basis, from);
        return accountId;
    }

    /** Lets an account that exists work in one more organisation, as this person there. */
    public void alsoWorksAs(
            UUID accountId, UUID organisationId, UUID personId, Set<Role> roles, String basis, LocalDate from) {
        person(organisationId, personId);
        Account account = account(accountId);
        if (!account.personIds().contains(personId)) {
            requireNoAccount(personId);
            account.addPerson(personId);
            accounts.saveAndFlush(account);
        }
        grant(accountId, organisationId, roles, basis, from);
    }

    private UUID open(UUID organisationId, UUID personId, String login, String password, boolean oneTime) {
        Person person = person(organisationId, personId);
        if (person.dismissedBy(organisations.today(organisationId))) {
            throw Refusal.wrongState("Этот человек больше не работает в учреждении. Внесите его заново.");
        }
        requireNoAccount(personId);
        String name = normalised(login);
        if (!LOGIN.matcher(name).matches()) {
            throw Refusal.invalid("Логин — от 3 до 60 знаков: латинские буквы, цифры, точка, дефис.");
        }
        Refusal taken = Refusal.wrongState("Логин «" + name + "» уже занят. Придумайте другой.");
        if (accounts.existsByLogin(name)) {
            throw taken;
        }
        try {
            return accounts.saveAndFlush(
                            new Account(name, passwords.hash(password), oneTime, personId, clock.instant()))
                    .id();
        } catch (DataIntegrityViolationException e) {
            throw taken;
        }
    }

    private void requireNoAccount(UUID personId) {
        if (accounts.findByPerson(personId).isPresent()) {
            throw Refusal.wrongState("У этого человека уже есть логин. Если пароль забыт, сбросьте его.");
        }
    }

    private void grant(UUID accountId, UUID organisationId, Set<Role> roles, String basis, LocalDate from) {
        if (roles == null || roles.isEmpty()) {
            throw Refusal.invalid("Выберите хотя бы одну роль.");
        }
        roles.forEach(role -> grantPower(organisationId, accountId, role, false, from, null, basis));
    }

    /**
     * Gives a power. The same power with the same dates twice is given once.
     *
     * @param acting whether the holder only acts in this role («И. о.»)
     * @param to     last day, null when it has no end
     * @param basis  order or other document
     */
    public UUID grantPower(
            UUID organisationId,
            UUID accountId,
            Role role,
            boolean acting,
            LocalDate from,
            LocalDate to,
            String basis) {
        if (role == null || from == null) {
            throw Refusal.invalid("Укажите роль и день, с которого она действует.");
        }
        sensible(from);
        sensible(to);
        if (to != null && to.isBefore(from)) {
            throw Refusal.invalid("Последний день раньше первого. Исправьте даты.");
        }
        if (acting && to == null) {
            throw Refusal.invalid("Для исполняющего обязанности укажите последний день.");
        }
        String ground = blankToNull(basis);
        if (ground == null || ground.length() > MAX_BASIS) {
            throw Refusal.invalid("Укажите основание: номер и дату приказа (до " + MAX_BASIS + " знаков).");
        }
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
    public void endPower(UUID organisationId, UUID powerId, LocalDate lastDay) {
        Power power = power(organisationId, powerId);
        if (lastDay == null) {
            throw Refusal.invalid("Укажите последний день роли.");
        }
        sensible(lastDay);
        if (power.validTo() != null && power.validTo().isBefore(organisations.today(organisationId))) {
            throw Refusal.wrongState("Эта роль уже закончилась.");
        }
        end(power, lastDay);
    }

    @Transactional(readOnly = true)
    public Power power(UUID organisationId, UUID powerId) {
        return powers.findById(powerId)
                .filter(power -> power.organisationId().equals(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такой роли нет."));
    }

    private void end(Power power, LocalDate lastDay) {
        if (lastDay.isBefore(power.validFrom())) {
            powers.delete(power);
        } else if (power.validTo() == null || power.validTo().isAfter(lastDay)) {
            power.endOn(lastDay);
            powers.saveAndFlush(power);
        }
        powers.flush();
    }

    /** A new one-time password instead of a forgotten one. */
    public LoginSlip resetPassword(UUID organisationId, UUID personId) {
        person(organisationId, personId);
        Account account = accounts.findByPerson(personId)
                .orElseThrow(() -> Refusal.wrongState("У этого человека нет логина. Выдайте ему доступ."));
        if (account.blocked()) {
            throw Refusal.wrongState("Доступ этого человека закрыт.");
        }
        String oneTime = passwords.oneTime();
        account.changePassword(passwords.hash(oneTime), true);
        accounts.saveAndFlush(account);
        return new LoginSlip(personId, account.id(), account.login(), oneTime);
    }

    /**
     * A person leaves: no power of theirs in this organisation holds any more; the account is closed unless it is
     * somebody in another organisation too.
     *
     * @param day the first day without them, today at the latest
     */
    public void dismiss(UUID organisationId, UUID personId, LocalDate day) {
        LocalDate today = organisations.today(organisationId);
        Person person = person(organisationId, personId);
        if (day == null || day.isAfter(today)) {
            throw Refusal.invalid(
                    "Увольнение отмечают в день ухода или позже. Укажите сегодняшний день или более ранний.");
        }
        sensible(day);
        if (person.dismissedBy(today)) {
            throw Refusal.wrongState("Увольнение уже отмечено.");
        }
        person.dismiss(day);
        persons.saveAndFlush(person);
        accounts.findByPerson(personId).ifPresent(account -> {
            for (Power power : powers.findByAccountId(account.id())) {
                boolean goesOn = power.validTo() == null || !power.validTo().isBefore(day);
                if (goesOn && power.organisationId().equals(organisationId)) {
                    end(power, lastDayOf(power, day, today));
                }
            }
            boolean elsewhere = persons.findAllById(account.personIds()).stream()
                    .anyMatch(other -> !other.id().equals(personId) && !other.dismissedBy(today));
            if (!elsewhere) {
                account.block();
                accounts.saveAndFlush(account);
            }
            events.publishEvent(new PersonDismissed(organisationId, account.id()));
        });
    }

    /** A power that began after the day of leaving keeps its first day where that has passed: it stays on record. */
    private static LocalDate lastDayOf(Power power, LocalDate day, LocalDate today) {
        LocalDate last = day.minusDays(1);
        return power.validFrom().isAfter(last) && power.validFrom().isBefore(today) ? power.validFrom() : last;
    }

    /** @throws Refusal when the old password is wrong or the new one will not do */
    public void changeOwnPassword(UUID accountId, String oldPassword, String newPassword) {
        Account account = account(accountId);
        if (!passwords.matches(oldPassword, account.passwordHash())) {
            throw Refusal.invalid("Прежний пароль введён неверно.");
        }
        passwords.check(newPassword, account.login());
        if (newPassword.equals(oldPassword)) {
            throw Refusal.invalid("Новый пароль совпадает с прежним. Придумайте другой.");
        }
        account.changePassword(passwords.hash(newPassword), false);
        accounts.saveAndFlush(account);
    }

    /**
     * Takes equally long whether the login exists or not.
     *
     * @return id of the account; empty when the login or the password is wrong or the access is closed
     */
    @Transactional(readOnly = true)
    public Optional<UUID> checkPassword(String login, String password) {
        Optional<Account> account = accounts.findByLogin(normalised(login));
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        return account.filter(known -> right && !known.blocked()).map(Account::id);
    }

    /** @return how a login is kept: without spaces around it, in small letters */
    public static String normalised(String login) {
        return login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    }

    /** @param search part of a name; empty for everybody */
    @Transactional(readOnly = true)
    public List<Member> members(UUID organisationId, String search) {
        return members(
                organisationId, null, search == null ? "" : search.strip().toLowerCase(Locale.ROOT));
    }

    /** @throws Refusal NOT_FOUND when there is no such person in the organisation */
    @Transactional(readOnly = true)
    public Member member(UUID organisationId, UUID personId) {
        return members(organisationId, personId, "").stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Такого человека в учреждении нет."));
    }

    private List<Member> members(UUID organisationId, UUID personId, String search) {
        LocalDate today = organisations.today(organisationId);
        Map<UUID, Member> members = new LinkedHashMap<>();
        database.query(
                MEMBERS,
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Member member = members.get(id);
                    if (member == null) {
                        member = new Member(
                                id,
                                fullName(
                                        row.getString("last_name"),
                                        row.getString("first_name"),
                                        row.getString("middle_name")),
                                row.getString("position_title"),
                                Person.Category.valueOf(row.getString("category")),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("representatives"),
                                row.getObject("dismissed_on", LocalDate.class),
                                row.getObject("account_id", UUID.class),
                                row.getString("login"),
                                row.getBoolean("blocked"),
                                new ArrayList<>());
                        members.put(id, member);
                    }
                    UUID powerId = row.getObject("power_id", UUID.class);
                    if (powerId != null) {
                        LocalDate from = row.getObject("valid_from", LocalDate.class);
                        LocalDate to = row.getObject("valid_to", LocalDate.class);
                        member.powers()
                                .add(new HeldPower(
                                        powerId,
                                        Role.valueOf(row.getString("role")),
                                        row.getBoolean("acting"),
                                        from,
                                        to,
                                        row.getString("basis"),
                                        !today.isBefore(from) && (to == null || !today.isAfter(to))));
                    }
                },
                organisationId,
                personId,
                personId,
                search);
        return List.copyOf(members.values());
    }

    private static String fullName(String... names) {
        return String.join(
                " ", Arrays.stream(names).filter(name -> name != null).toList());
    }

    private Person person(UUID organisationId, UUID personId) {
        return persons.findById(personId)
                .filter(person -> person.organisationId().equals(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такого человека в учреждении нет."));
    }

    private Account account(UUID accountId) {
        return accounts.findById(accountId).orElseThrow(() -> Refusal.notFound("Такой учётной записи нет."));
    }

    private void requireMember(UUID organisationId, UUID accountId) {
        Account account = account(accountId);
        if (persons.findAllById(account.personIds()).stream()
                .noneMatch(person -> person.organisationId().equals(organisationId))) {
            throw Refusal.notFound("Такого человека в учреждении нет.");
        }
        if (account.blocked()) {
            throw Refusal.wrongState("Доступ этого человека закрыт.");
        }
    }

    private static String name(String value, String what) {
        String name = blankToNull(value);
        if (name == null || name.length() > MAX_NAME) {
            throw Refusal.invalid("Укажите " + what + " (до " + MAX_NAME + " знаков).");
        }
        return name;
    }

    private static String fitting(String value, int longest, String what) {
        String text = blankToNull(value);
        if (text != null && text.length() > longest) {
            throw Refusal.invalid(what + " — не длиннее " + longest + " знаков. Сократите.");
        }
        return text;
    }

    private static void sensible(LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw Refusal.invalid("Проверьте год в дате. Выберите её в календаре.");
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
