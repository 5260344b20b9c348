package ru.nastavnik.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which rows of the source documents (S0 to S4) and which rules (E1 to E36) a test proves:
 * {@code @Requirement({"S4-2.8.a", "E10"})}. On a class it holds for the class as a whole.
 *
 * @see RequirementsReportTest
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {

    String[] value();
}
