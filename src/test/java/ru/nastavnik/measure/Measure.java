package ru.nastavnik.measure;

import org.junit.jupiter.api.Tag;
import ru.nastavnik.support.SchoolTest;

/**
 * Measures instead of proving: {@code mvn test -Pmeasure}. The database is as careful as a school's (fsync, synchronous
 * commit), and what is found stands in docs/measurements.md. A missed goal is written down
 * and fails nothing.
 */
@Tag("measure")
abstract class Measure extends SchoolTest {}
