package ru.nastavnik.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/measurements.md: each measure replaces its own section and leaves the others. */
final class Measurements {

    private static final Path FILE = Path.of("docs/measurements.md");
    private static final String HEAD = """
      # Measurements

      Written by `mvn test -Pmeasure`, which lies outside `mvn verify` and fails for no figure. PostgreSQL is the embedded
      one with fsync and synchronous commit on. Times are milliseconds of the wall clock; on a machine that does other
      things as well, counts and p50 are more reliable than p95.
      """;

    private final StringBuilder section = new StringBuilder();
    private final String name;

    /** @param name what the section is called, also in the file */
    Measurements(String name) {
        this.name = name;
        section.append("## ")
                .append(name)
                .append("\n\n")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(", ")
                .append(machine())
                .append("; load average at the start ")
                .append(load());
    }

    Measurements line(String text, Object... values) {
        section.append(String.format(Locale.ROOT, text, values)).append('\n');
        return this;
    }

    /** Ends the first paragraph, which says when and where. */
    Measurements begin() {
        section.append(".\n\n");
        return this;
    }

    /** The outcome against a goal, in one row of a table with the columns goal, found, kept. */
    Measurements goal(String goal, String found, boolean kept) {
        return line("| %s | %s | %s |", goal, found, kept ? "yes" : "**no**");
    }

    Measurements goals() {
        return line("| Goal | Found | Kept |").line("|---|---|---|");
    }

    void write() {
        section.append("\nLoad average at the end ").append(load()).append(".\n");
        System.out.println(section);
        try {
            String file = Files.exists(FILE) ? Files.readString(FILE) : HEAD;
            Matcher old = Pattern.compile("(?ms)^## " + Pattern.quote(name) + "$.*?(?=^## |\\z)")
                    .matcher(file);
            Files.writeString(
                    FILE,
                    old.find()
                            ? old.replaceFirst(Matcher.quoteReplacement(section.toString() + "\n"))
                                            .stripTrailing() + "\n"
                            : file.stripTrailing() + "\n\n" + section);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String machine() {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %d GB of memory, %s %s, Java %s"
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1e9),
                        system.getName(),
                        system.getArch(),
                        Runtime.version().feature());
    }
}
