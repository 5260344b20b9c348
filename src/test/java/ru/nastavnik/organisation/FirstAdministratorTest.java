package ru.nastavnik.organisation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.database.CannotStart;

class FirstAdministratorTest {

    private final AccountRepository accounts = mock(AccountRepository.class);
    private final PersonRepository persons = mock(PersonRepository.class);
    private final Organisations organisations = mock(Organisations.class);
    private final Accounts access = mock(Accounts.class);

    private final TransactionTemplate transaction = new TransactionTemplate() {
        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> work) {
            work.accept(mock(TransactionStatus.class));
        }
    };

    @BeforeEach
    void emptyInstallation() {
        when(accounts.count()).thenReturn(0L);
        when(persons.saveAndFlush(any())).thenAnswer(call -> call.getArgument(0));
        when(organisations.today(any())).thenReturn(LocalDate.of(2025, 9, 1));
    }

    @ParameterizedTest(name = "login «{0}», password «{1}»")
    @CsvSource({"'', ''", "admin, ''", "'', secret-password", "' ', ' '"})
    @DisplayName(
            "an installation that nobody can log into does not start without login and password of an administrator")
    void withoutLoginOrPassword_refusesToStart(String login, String password) {
        assertThatThrownBy(() -> first(false, login, password).run(null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("NASTAVNIK_ADMIN_LOGIN")
                .hasMessageContaining("NASTAVNIK_ADMIN_PASSWORD");
        verifyNoInteractions(access, organisations);
    }

    @Test
    @DisplayName("a password that nobody should have keeps it from starting, with the reason")
    void weakPassword_refusesToStart() {
        when(access.giveAccessWithPassword(any(), any(), any(), any(), any(), any(), any()))
                .thenThrow(Refusal.invalid("Пароль слишком короткий."));
        assertThatThrownBy(() -> first(false, "admin", "x").run(null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Пароль слишком короткий.")
                .hasMessageNotContaining("«x»");
    }

    @Test
    @DisplayName("the first administrator is created with the role of an administrator and no other")
    void emptyInstallation_getsItsAdministrator() {
        first(false, "chief", "secret-password").run(null);
        verify(access)
                .giveAccessWithPassword(
                        any(),
                        any(),
                        eq("chief"),
                        eq("secret-password"),
                        eq(Set.of(Role.ADMINISTRATOR)),
                        any(),
                        eq(LocalDate.of(2025, 9, 1)));
    }

    @Test
    @DisplayName("where there are accounts, the environment creates none and changes no password")
    void installationInUse_isLeftAlone() {
        when(accounts.count()).thenReturn(1L);
        first(false, "admin", "another-password").run(null);
        first(false, "", "").run(null);
        verifyNoInteractions(access, organisations, persons);
    }

    @Test
    @DisplayName("the demo brings its own people")
    void demo_needsNone() {
        first(true, "", "").run(null);
        verifyNoInteractions(access, organisations, persons);
    }

    private FirstAdministrator first(boolean demo, String login, String password) {
        return new FirstAdministrator(accounts, persons, organisations, access, transaction, demo, login, password);
    }
}
