package ru.nastavnik.documents;

import java.util.UUID;

/** An act has come into force. */
public record ActInForce(UUID actId) {}
