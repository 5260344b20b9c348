package ru.nastavnik.measure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Durations in milliseconds, in order. */
record Samples(List<Double> sorted) {

    static Samples of(Collection<Double> millis) {
        return new Samples(millis.stream().sorted().toList());
    }

    int size() {
        return sorted.size();
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    double max() {
        return sorted.get(sorted.size() - 1);
    }

    private double at(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    static String ms(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
