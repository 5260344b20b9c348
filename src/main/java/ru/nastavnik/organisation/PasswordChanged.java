package ru.nastavnik.organisation;

import java.util.UUID;

/** Whoever has logged in with the old password is out. */
public record PasswordChanged(UUID accountId) {}
