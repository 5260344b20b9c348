package ru.nastavnik.planted.organisation;

import org.camunda.bpm.engine.RuntimeService;

/** A feature that reaches for the engine: shows that the architecture rule bites. */
public class PlantedViolation {

  RuntimeService engine;
}
