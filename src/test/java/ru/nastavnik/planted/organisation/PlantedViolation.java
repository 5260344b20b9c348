package ru.nastavnik.planted.organisation;

import org.camunda.bpm.engine.RuntimeService;
import ru.nastavnik.planted.mentorship.PlantedPair;
import ru.nastavnik.process.Processes;

/** A feature that reaches for the engine, for the processes and for a feature above it: shows that each rule bites. */
public class PlantedViolation {

    RuntimeService engine;
    Processes processes;
    PlantedPair pair;
}
