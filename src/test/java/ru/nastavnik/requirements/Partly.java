package ru.nastavnik.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of which rows and rules a test proves a part only, and what a user does not get yet. A row that another test
 * proves whole ({@link Requirement}) is proved.
 *
 * @see RequirementsReportTest
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Partly {

    String[] value();

    /** What is missing, in the words of the report. */
    String missing();
}
