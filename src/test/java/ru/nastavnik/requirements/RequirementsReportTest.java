package ru.nastavnik.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * Joins the inventory of the source documents with the {@link Requirement}s on the compiled tests and keeps
 * {@code docs/requirements.md} equal to the result. After a change write it anew:
 * {@code mvn test -Dtest=RequirementsReportTest -Drequirements.write=true}.
 */
class RequirementsReportTest {

    private static final Path GENERATED = Path.of("target/requirements.md");
    private static final Path COMMITTED = Path.of("docs/requirements.md");
    private static final Map<String, String> SOURCES = new TreeMap<>(Map.of(
            "S0", "roadmap of a school, 2022",
            "S1", "roadmap of a centre of supplementary education, 2023–2024",
            "S2", "roadmap of a school, 2025–2026",
            "S3", "plan of a municipality, 2022–2024",
            "S4", "Regulation of a boarding school with two roadmap tables"));

    private static Inventory inventory;
    /** Id to the tests that claim it, such as {@code PairFormationTest.consentMissing}. */
    private static Map<String, SortedSet<String>> proofs;
    /** Of rows of which a part is proved only: id to what is missing, and by which tests the rest is proved. */
    private static Map<String, SortedSet<String>> parts;

    record Inventory(List<Row> rows, List<Rule> rules) {}

    /** {@code plan} is "planned" or "not software"; {@code why} is said in the latter case only. */
    record Row(String id, String source, String kind, String quote, String software, String plan, String why) {}

    record Rule(String id, String text, String basis, String force) {}

    @BeforeAll
    static void read() throws IOException {
        try (InputStream json = RequirementsReportTest.class.getResourceAsStream("/requirements/inventory.json")) {
            inventory = new ObjectMapper().readValue(json, Inventory.class);
        }
        List<JavaClass> compiled = new ClassFileImporter()
                        .importUrl(RequirementsReportTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(type -> !type.getName().startsWith(Planted.class.getName()))
                        .toList();
        proofs = proofs(compiled, RequirementsReportTest::claimed);
        parts = proofs(compiled, RequirementsReportTest::claimedInPart);
        parts.keySet().removeAll(proofs.keySet());
    }

    @Test
    void inventoryIsComplete() {
        assertThat(inventory.rows()).hasSize(326).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(inventory.rows()).allSatisfy(row -> {
            assertThat(SOURCES).containsKey(row.source());
            assertThat(row.id()).startsWith(row.source() + "-");
            assertThat(row.quote()).isNotBlank();
            assertThat(row.software()).isNotBlank();
            assertThat(row.plan()).isIn("planned", "not software");
            assertThat(row.why() != null)
                    .as("a reason, where it is not software")
                    .isEqualTo("not software".equals(row.plan()));
        });
        assertThat(inventory.rules())
                .extracting(Rule::id)
                .isEqualTo(Stream.iterate(1, n -> n + 1)
                        .limit(36)
                        .map(n -> "E" + n)
                        .toList());
    }

    @Test
    void everyClaimedIdExists() {
        assertThat(unknown(proofs))
                .as("@Requirement with an id that is not in the inventory")
                .isEmpty();
        assertThat(unknown(parts))
                .as("@Partly with an id that is not in the inventory")
                .isEmpty();
    }

    @Test
    void unknownIdIsFound() {
        assertThat(unknown(Map.of("S4-2.8.a", new TreeSet<>(Set.of("A.a")), "S4-2.8.z", new TreeSet<>(Set.of("B.b")))))
                .isEqualTo(Map.of("S4-2.8.z", Set.of("B.b")));
    }

    @Test
    void claimsCountWhereATestRuns() {
        Collection<JavaClass> planted =
                new ClassFileImporter().importClasses(Planted.class, Planted.Whole.class, Planted.Off.class);
        assertThat(proofs(planted, RequirementsReportTest::claimed))
                .isEqualTo(Map.of(
                        "S0-1", Set.of("RequirementsReportTest.Planted.claims"),
                        "E1", Set.of("RequirementsReportTest.Planted.claims", "RequirementsReportTest.Planted.Whole")));
        assertThat(proofs(planted, RequirementsReportTest::claimedInPart))
                .isEqualTo(Map.of(
                        "S0-2", Set.of("the rest, by `RequirementsReportTest.Planted.claims`"),
                        "S0-3", Set.of("another rest, by `RequirementsReportTest.Planted.claims`"),
                        "S0-4", Set.of("one rest, by `RequirementsReportTest.Planted.Whole`")));
    }

    @Test
    void committedReportIsCurrent() throws IOException {
        String report = report();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, report);
        if (Boolean.getBoolean("requirements.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, report);
        }
        List<String> current = report.lines().toList();
        List<String> committed = Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of();
        assertThat(current.equals(committed))
                .as(
                        "%s is not what %s says (%d lines are new in the latter); write it anew: mvn test -Dtest=%s -Drequirements.write=true",
                        COMMITTED,
                        GENERATED,
                        current.stream()
                                .filter(line -> !committed.contains(line))
                                .count(),
                        getClass().getSimpleName())
                .isTrue();
    }

    private static Map<String, SortedSet<String>> unknown(Map<String, SortedSet<String>> claims) {
        Set<String> known = Stream.concat(
                        inventory.rows().stream().map(Row::id),
                        inventory.rules().stream().map(Rule::id))
                .collect(Collectors.toSet());
        return claims.entrySet().stream()
                .filter(claim -> !known.contains(claim.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A claim counts only where a test stands that runs: on a helper or a disabled test it proves nothing. */
    private static Map<String, SortedSet<String>> proofs(
            Collection<JavaClass> classes, BiFunction<HasAnnotations<?>, String, Map<String, String>> claims) {
        Map<String, SortedSet<String>> proofs = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.getModifiers().contains(JavaModifier.ABSTRACT) || type.isAnnotatedWith(Disabled.class)) {
                continue;
            }
            List<JavaMethod> tests = type.getAllMethods().stream()
                    .filter(method ->
                            method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class))
                    .filter(method -> !method.isAnnotatedWith(Disabled.class))
                    .toList();
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
            Map<HasAnnotations<?>, String> places = new LinkedHashMap<>();
            tests.forEach(test -> places.put(test, name + "." + test.getName()));
            if (!tests.isEmpty()) {
                places.put(type, name);
            }
            places.forEach((place, test) -> claims.apply(place, test)
                    .forEach((id, said) ->
                            proofs.computeIfAbsent(id, any -> new TreeSet<>()).add(said)));
        }
        return proofs;
    }

    /** @return the rows that are claimed there, each with what the report says of it */
    private static Map<String, String> claimed(HasAnnotations<?> place, String test) {
        return place.tryGetAnnotationOfType(Requirement.class).stream()
                .flatMap(claim -> Arrays.stream(claim.value()))
                .collect(Collectors.toMap(id -> id, id -> test));
    }

    private static Map<String, String> claimedInPart(HasAnnotations<?> place, String test) {
        return Stream.concat(
                        place.tryGetAnnotationOfType(Partly.class).stream(),
                        place.tryGetAnnotationOfType(Partly.Each.class).stream()
                                .flatMap(each -> Arrays.stream(each.value())))
                .flatMap(claim ->
                        Arrays.stream(claim.value()).map(id -> Map.entry(id, claim.missing() + ", by `" + test + "`")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String report() {
        StringBuilder report = new StringBuilder("""
        # Requirements

        Generated by `RequirementsReportTest` from the rows of the source documents and the `@Requirement`s on the tests;
        not edited by hand. A quote that starts with ≈ is shortened by leaving out words; names of people are replaced.
        State: *proved by* the tests that are named, *partly* (what is missing, and which tests prove the rest), *planned*
        (to be built), or *not software* (people's own work or a statement of the document that no program fulfils; the
        reason stands there).

        """);
        report.append("| Source | Rows | Proved | Partly | Planned | Not software |\n|---|---:|---:|---:|---:|---:|\n");
        SOURCES.forEach((source, title) -> count(
                report,
                source + ": " + title,
                inventory.rows().stream()
                        .filter(row -> row.source().equals(source))
                        .toList()));
        count(report, "**All**", inventory.rows());
        report.append("\nRules: ")
                .append(inventory.rules().stream()
                        .filter(rule -> proofs.containsKey(rule.id()))
                        .count())
                .append(" of ")
                .append(inventory.rules().size())
                .append(" proved, ")
                .append(inventory.rules().stream()
                        .filter(rule -> parts.containsKey(rule.id()))
                        .count())
                .append(" partly.\n");
        SOURCES.forEach((source, title) -> {
            report.append("\n## ")
                    .append(source)
                    .append(": ")
                    .append(title)
                    .append("\n\n| Id | Quote | State |\n|---|---|---|\n");
            inventory.rows().stream()
                    .filter(row -> row.source().equals(source))
                    .forEach(row -> line(report, row.id(), row.quote(), state(row)));
        });
        report.append("""

        ## Rules

        What the software must enforce. C1: consent to the processing of personal data; C2: to their transfer to the
        municipality; C3: to their publication; D26: consent to take part; D27: an employee's consent to extra duties.

        | Id | Rule | Basis | Force | State |
        |---|---|---|---|---|
        """);
        inventory
                .rules()
                .forEach(rule -> line(
                        report,
                        rule.id(),
                        rule.text(),
                        rule.basis(),
                        rule.force(),
                        provedBy(rule.id()).orElse("planned")));
        return report.toString();
    }

    private static void count(StringBuilder report, String title, List<Row> rows) {
        long proved = rows.stream().filter(row -> proofs.containsKey(row.id())).count();
        long partly = rows.stream().filter(row -> parts.containsKey(row.id())).count();
        long outside = rows.stream()
                .filter(row -> !proofs.containsKey(row.id()) && !parts.containsKey(row.id()) && row.why() != null)
                .count();
        line(
                report,
                title,
                "" + rows.size(),
                "" + proved,
                "" + partly,
                "" + (rows.size() - proved - partly - outside),
                "" + outside);
    }

    private static String state(Row row) {
        return provedBy(row.id()).orElse(row.why() == null ? row.plan() : row.plan() + ": " + row.why());
    }

    private static Optional<String> provedBy(String id) {
        return Optional.ofNullable(proofs.get(id))
                .map(tests -> tests.stream()
                        .map(test -> "`" + test + "`")
                        .collect(Collectors.joining(", ", "proved by ", "")))
                .or(() -> Optional.ofNullable(parts.get(id))
                        .map(missing -> "partly; missing: " + String.join("; ", missing)));
    }

    private static void line(StringBuilder report, String... cells) {
        report.append(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Read by the tests above only; nothing here is run. */
    static class Planted {

        @Test
        @Requirement({"S0-1", "E1"})
        @Partly(value = "S0-2", missing = "the rest")
        @Partly(value = "S0-3", missing = "another rest")
        void claims() {}

        @Requirement("S0-2")
        void noTest() {}

        @Test
        @Disabled
        @Requirement("S0-3")
        void disabled() {}

        @Requirement("E1")
        @Partly(value = "S0-4", missing = "one rest")
        static class Whole {
            @RepeatedTest(2)
            void test() {}
        }

        @Requirement("E2")
        static class Off {
            void noTest() {}
        }
    }
}
