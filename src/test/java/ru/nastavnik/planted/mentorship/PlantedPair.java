package ru.nastavnik.planted.mentorship;

import ru.nastavnik.planted.organisation.PlantedViolation;

/** May know the organisation, and closes the circle with it. */
public class PlantedPair {

    PlantedViolation organisation;
    private String written;

    void write(String value) {
        written = value;
    }
}
