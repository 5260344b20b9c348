package ru.nastavnik.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Durations in milliseconds, in order. */
record Samples(double... sorted) {

    Samples {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    static Samples of(Collection<Double> millis) {
        return new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int size() {
        return sorted.length;
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    private double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static String ms(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
