package ru.nastavnik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Person;

class ConsentTextsTest {

    @Test
    void consentToProcessing_hasTheSevenBlocks() throws IOException {
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V5__consent.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String text = sql.substring(sql.indexOf("'PROCESSING', 1"), sql.indexOf("'PARTICIPATION', 1"));

            assertThat(text)
                    .contains(
                            "1. Кто даёт согласие",
                            "2. Кому",
                            "3. Зачем",
                            "4. Какие данные",
                            "5. Что школа делает с данными",
                            "6. На какой срок и как отозвать",
                            "7. Подпись");
        }
    }

    @Test
    void text_namesThePersonAndTheSchool() {
        Person person = new Person(
                UUID.randomUUID(),
                Person.Category.STAFF,
                "Иванова",
                "Анна",
                "Петровна",
                "учитель",
                LocalDate.of(2025, 9, 1));
        Organisation school = new Organisation(
                Organisation.Kind.SCHOOL,
                "МБОУ «Школа № 1»",
                "Школа № 1",
                "г. Зареченск",
                ZoneId.of("Europe/Samara"),
                null);

        assertThat(ConsentText.fill("Я, {person}, прошу {school}.", person, school))
                .isEqualTo("Я, Иванова Анна Петровна, прошу МБОУ «Школа № 1» (г. Зареченск).");
    }
}
