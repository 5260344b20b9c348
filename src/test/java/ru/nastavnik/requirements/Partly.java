package ru.nastavnik.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of which rows and rules a test proves a part only, and what a user does not get yet. A row that another test
 * proves whole ({@link Requirement}) is proved.
 *
 * @see RequirementsReportTest
 */
@Repeatable(Partly.Each.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Partly {

    String[] value();

    /** What is missing, in the words of the report. */
    String missing();

    /** What the compiler makes of several on one place. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Each {

        Partly[] value();
    }
}
