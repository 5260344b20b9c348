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
            sql = sql.substring(sql.indexOf("insert into consent_text"));
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

    /** 152-ФЗ, ст. 10.1, with what the form of a consent to dissemination must hold; apart from every other consent. */
    @Test
    void consentToPictures_saysWhatWhereAndHowToStop() throws IOException {
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V5__consent.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String text = sql.substring(sql.indexOf("'IMAGE', 1, '2025"));

            assertThat(text)
                    .contains(
                            "1. Кто даёт согласие",
                            "2. Кому",
                            "ИНН",
                            "ОГРН",
                            "статья 152.1 Гражданского кодекса",
                            "статья 10.1 Федерального закона",
                            "4. Зачем",
                            "5. Где. Сайт школы: https://",
                            "6. Какие данные",
                            "7. Условия и запреты",
                            "8. На какой срок и как отозвать",
                            "не позже чем через три рабочих дня",
                            "молчание согласием не считается",
                            "не влияют на участие",
                            "10. Подпись");
        }
    }

    @Test
    void text_namesThePersonAndTheSchool() {
        Person person = new Person(UUID.randomUUID(), Person.Category.STAFF, "Иванова", "Анна", "Петровна", "учитель", LocalDate.of(2025, 9, 1));
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
