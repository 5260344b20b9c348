package ru.nastavnik.process.demo;

import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last lines of the console when the demo has started: where to go and as whom. */
@Component
@ConditionalOnProperty("nastavnik.demo.enabled")
class DemoWelcome {

    private final String address;

    DemoWelcome(@Value("${nastavnik.public-url}") String address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String logins = DemoStaff.TO_TRY.stream()
                .map(login -> "  %-14s %s".formatted(login, DemoStaff.titleOf(login)))
                .collect(Collectors.joining("\n"));
        System.out.println("""

        Наставник запущен: %s
        Пробная школа. Логины (пароль у всех один: %s):
        %s
        Остановить: Ctrl-C. Начать пробную школу заново: удалите папку data и запустите снова.
        """.formatted(address, DemoSchool.PASSWORD, logins));
    }
}
