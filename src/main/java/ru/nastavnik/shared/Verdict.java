package ru.nastavnik.shared;

/**
 * What was decided. Every kind of thing that is decided on has an enum of its own, in its feature;
 * the enum says what it is about, so a verdict cannot be recorded of another kind of thing.
 */
public interface Verdict {

    /** The constant's name, as it is kept. */
    String name();

    /** The kind of thing, in lower camel case, as it is kept: «localAct», «consent», «meeting». */
    String subjectKind();
}
