package ru.nastavnik.planted.mentorship;

import ru.nastavnik.organisation.Person;
import ru.nastavnik.planted.organisation.PlantedViolation;

/** May know the organisation, and closes the circle with it; names people itself. */
public class PlantedPair {

    PlantedViolation organisation;
    private String written;

    String named(Person person) {
        return person.fullName();
    }

    void write(String value) {
        written = value;
    }
}
