package ru.nastavnik.measure;

import java.util.Arrays;
import java.util.Locale;

final class Percentiles {

  private Percentiles() {}

  /** @return «1.2 | 3.4»: p50 and p95 in milliseconds */
  static String of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(Locale.ROOT, "%.1f | %.1f", sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
  }
}
