package ru.nastavnik.organisation;

/** Who is entered. Everything but the category and the first two names may be null. */
public record NewPerson(
        Person.Category category,
        String lastName,
        String firstName,
        String middleName,
        String positionTitle,
        String email) {}
