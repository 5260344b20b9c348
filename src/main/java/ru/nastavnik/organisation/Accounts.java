package ru.nastavnik.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.Written;

/**
 * Who may log in: invitations, logins and passwords. Passwords are hashed before a transaction begins, so that nobody
 * waits for a connection because somebody logs in.
 */
@Service
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
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Accounts(
            AccountRepository accounts,
            People people,
            Enrolment enrolment,
            Powers powers,
            Organisations organisations,
            Passwords passwords,
            SchoolClock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.enrolment = enrolment;
        this.powers = powers;
        this.organisations = organisations;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Enters a person and gives them access.
     *
     * @param roles what they may do from that day on, at least one
     * @param basis order or other document that gives the roles
     */
    public LoginSlip invite(
            UUID organisationId, NewPerson data, String login, Set<Role> roles, String basis, LocalDate from) {
        OneTime oneTime = oneTime();
        return transactions.execute(status ->
                give(organisationId, enrolment.enter(organisationId, data), login, oneTime, roles, basis, from));
    }

    /** Gives access to a person who is entered already. */
    public LoginSlip giveAccess(
            UUID organisationId, UUID personId, String login, Set<Role> roles, String basis, LocalDate from) {
        OneTime oneTime = oneTime();
        return inTransaction(() -> give(organisationId, personId, login, oneTime, roles, basis, from));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** A password for one login, and its hash. */
    private record OneTime(String password, String hash) {}

    private OneTime oneTime() {
        String password = passwords.oneTime();
        return new OneTime(password, passwords.hash(password));
    }

    private LoginSlip give(
            UUID organisationId,
            UUID personId,
            String login,
            OneTime oneTime,
            Set<Role> roles,
            String basis,
            LocalDate from) {
        UUID accountId = open(organisationId, personId, login, oneTime.hash(), true);
        powers.grant(organisationId, accountId, roles, basis, from);
        return new LoginSlip(personId, accountId, normalised(login), oneTime.password());
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
        String hash = passwords.hash(password);
        return inTransaction(() -> {
            UUID accountId = open(organisationId, personId, login, hash, false);
            powers.grant(organisationId, accountId, roles, basis, from);
            return accountId;
        });
    }

    private UUID open(UUID organisationId, UUID personId, String login, String hash, boolean oneTime) {
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
            return accounts.saveAndFlush(new Account(name, hash, oneTime, personId, clock.instant()))
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

    /** A new one-time password instead of a forgotten one; whoever is logged in with the old one is out. */
    public LoginSlip resetPassword(UUID organisationId, UUID personId) {
        OneTime oneTime = oneTime();
        return inTransaction(() -> {
            people.person(organisationId, personId);
            Account account = accounts.findByPerson(personId)
                    .orElseThrow(() -> Refusal.wrongState("У этого человека нет логина. Выдайте ему доступ."));
            if (account.blocked()) {
                throw Refusal.wrongState("Доступ этого человека закрыт.");
            }
            change(account, oneTime.hash(), true);
            return new LoginSlip(personId, account.id(), login(account), oneTime.password());
        });
    }

    private static String login(Account account) {
        return Objects.requireNonNull(account.login(), "Only an erased account has no login, and it is blocked");
    }

    /** @throws Refusal when the old password is wrong or the new one will not do */
    public void changeOwnPassword(UUID accountId, String oldPassword, String newPassword) {
        Account known = accounts.findById(accountId).orElseThrow(Accounts::noSuchAccount);
        if (!passwords.matches(oldPassword, known.passwordHash())) {
            throw Refusal.invalid("Прежний пароль введён неверно.");
        }
        passwords.check(newPassword, login(known));
        if (newPassword.equals(oldPassword)) {
            throw Refusal.invalid("Новый пароль совпадает с прежним. Придумайте другой.");
        }
        String hash = passwords.hash(newPassword);
        transactions.executeWithoutResult(status -> {
            Account account = accounts.findById(accountId).orElseThrow(Accounts::noSuchAccount);
            if (!Objects.equals(account.passwordHash(), known.passwordHash())) {
                throw Refusal.wrongState("Пароль только что изменили. Войдите с новым.");
            }
            change(account, hash, false);
        });
    }

    private void change(Account account, String hash, boolean oneTime) {
        account.changePassword(hash, oneTime);
        accounts.saveAndFlush(account);
        events.publishEvent(new PasswordChanged(account.id()));
    }

    private static Refusal noSuchAccount() {
        return Refusal.notFound("Такой учётной записи нет.");
    }

    /**
     * Takes equally long whether the login exists or not.
     *
     * @return id of the account; empty when the login or the password is wrong or the access is closed
     */
    public Optional<UUID> checkPassword(String login, String password) {
        Optional<Account> account = accounts.findByLogin(normalised(login));
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        return account.filter(known -> right && !known.blocked()).map(Account::id);
    }

    /** @return how a login is kept */
    public static String normalised(@Nullable String login) {
        return Written.login(login);
    }
}
