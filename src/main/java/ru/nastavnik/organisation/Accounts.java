package ru.nastavnik.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Who may log in: invitations, logins and passwords. */
@Service
@Transactional
public class Accounts {

    /** What is printed on the login slip. The password is shown once and kept nowhere. */
    public record LoginSlip(UUID personId, UUID accountId, String login, String oneTimePassword)
            implements Serializable {}

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");

    private final AccountRepository accounts;
    private final People people;
    private final Enrolment enrolment;
    private final Powers powers;
    private final Organisations organisations;
    private final Passwords passwords;
    private final SchoolClock clock;

    Accounts(
            AccountRepository accounts,
            People people,
            Enrolment enrolment,
            Powers powers,
            Organisations organisations,
            Passwords passwords,
            SchoolClock clock) {
        this.accounts = accounts;
        this.people = people;
        this.enrolment = enrolment;
        this.powers = powers;
        this.organisations = organisations;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Enters a person and gives them access.
     *
     * @param roles what they may do from that day on, at least one
     * @param basis order or other document that gives the roles
     */
    public LoginSlip invite(
            UUID organisationId, NewPerson data, String login, Set<Role> roles, String basis, LocalDate from) {
        return giveAccess(organisationId, enrolment.enter(organisationId, data), login, roles, basis, from);
    }

    /** Gives access to a person who is entered already. */
    public LoginSlip giveAccess(
            UUID organisationId, UUID personId, String login, Set<Role> roles, String basis, LocalDate from) {
        String oneTime = passwords.oneTime();
        UUID accountId = open(organisationId, personId, login, oneTime, true);
        powers.grant(organisationId, accountId, roles, basis, from);
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
        powers.grant(organisationId, accountId, roles, basis, from);
        return accountId;
    }

    private UUID open(UUID organisationId, UUID personId, String login, String password, boolean oneTime) {
        Person person = people.person(organisationId, personId);
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

    /** A new one-time password instead of a forgotten one. */
    public LoginSlip resetPassword(UUID organisationId, UUID personId) {
        people.person(organisationId, personId);
        Account account = accounts.findByPerson(personId)
                .orElseThrow(() -> Refusal.wrongState("У этого человека нет логина. Выдайте ему доступ."));
        if (account.blocked()) {
            throw Refusal.wrongState("Доступ этого человека закрыт.");
        }
        String oneTime = passwords.oneTime();
        account.changePassword(passwords.hash(oneTime), true);
        accounts.saveAndFlush(account);
        return new LoginSlip(personId, account.id(), login(account), oneTime);
    }

    private static String login(Account account) {
        return Objects.requireNonNull(account.login(), "Only an erased account has no login, and it is blocked");
    }

    /** @throws Refusal when the old password is wrong or the new one will not do */
    public void changeOwnPassword(UUID accountId, String oldPassword, String newPassword) {
        Account account = accounts.findById(accountId).orElseThrow(() -> Refusal.notFound("Такой учётной записи нет."));
        if (!passwords.matches(oldPassword, account.passwordHash())) {
            throw Refusal.invalid("Прежний пароль введён неверно.");
        }
        passwords.check(newPassword, login(account));
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
    public static String normalised(@Nullable String login) {
        return login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    }
}
