package ru.nastavnik.support;

import java.time.Duration;

/**
 * How long a test waits for what must come. Only a defect takes so long, however busy the machine is; to see such a one
 * sooner, {@code -DargLine=-Dnastavnik.test.patience=PT1M}.
 */
public final class Patience {

    public static final Duration TIME = Duration.parse(System.getProperty("nastavnik.test.patience", "PT5M"));
    public static final long MILLIS = TIME.toMillis();

    private Patience() {}
}
