package ru.nastavnik.documents;

/** What the director decides about a draft. */
public enum ActDecision {
    APPROVE,
    RETURN,
    REJECT
}
