package ru.nastavnik.organisation;

import org.jspecify.annotations.Nullable;

/** Who is entered. Everything but the category and the first two names may be null. */
public record NewPerson(
        Person.Category category,
        String lastName,
        String firstName,
        @Nullable String middleName,
        @Nullable String positionTitle,
        @Nullable String email) {}
