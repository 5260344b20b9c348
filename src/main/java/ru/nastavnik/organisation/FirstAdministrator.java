package ru.nastavnik.organisation;

import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.database.CannotStart;

/** An installation that nobody can log into gets its technical administrator from the environment, once. */
@Component
@Order(FirstAdministrator.ORDER)
class FirstAdministrator implements ApplicationRunner {

    static final int ORDER = 10;

    private final AccountRepository accounts;
    private final PersonRepository persons;
    private final Organisations organisations;
    private final Accounts access;
    private final TransactionTemplate transaction;
    private final boolean demo;
    private final String login;
    private final String password;

    FirstAdministrator(
            AccountRepository accounts,
            PersonRepository persons,
            Organisations organisations,
            Accounts access,
            TransactionTemplate transaction,
            @Value("${nastavnik.demo.enabled:false}") boolean demo,
            @Value("${nastavnik.admin.login:}") String login,
            @Value("${nastavnik.admin.password:}") String password) {
        this.accounts = accounts;
        this.persons = persons;
        this.organisations = organisations;
        this.access = access;
        this.transaction = transaction;
        this.demo = demo;
        this.login = login;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo || accounts.count() > 0) {
            return;
        }
        if (login.isBlank() || password.isBlank()) {
            throw new CannotStart(
                    "В программе ещё нет ни одной учётной записи: задайте логин и пароль первого администратора"
                            + " в NASTAVNIK_ADMIN_LOGIN и NASTAVNIK_ADMIN_PASSWORD.");
        }
        try {
            transaction.executeWithoutResult(status -> create());
        } catch (Refusal refusal) {
            throw new CannotStart(
                    "Первый администратор не создан (NASTAVNIK_ADMIN_LOGIN, NASTAVNIK_ADMIN_PASSWORD): "
                            + refusal.getMessage(),
                    refusal);
        }
    }

    private void create() {
        Organisation operator = new Organisation(
                Organisation.Kind.OPERATOR,
                "Обслуживание программы",
                "Обслуживание программы",
                null,
                ZoneId.of("Europe/Moscow"),
                null);
        organisations.register(operator);
        Person administrator = persons.saveAndFlush(new Person(
                operator.id(),
                Person.Category.STAFF,
                "Администратор",
                "Технический",
                null,
                Role.ADMINISTRATOR.title(),
                organisations.today(operator.id())));
        access.giveAccessWithPassword(
                operator.id(),
                administrator.id(),
                login,
                password,
                Set.of(Role.ADMINISTRATOR),
                "Первый запуск программы",
                organisations.today(operator.id()));
    }
}
