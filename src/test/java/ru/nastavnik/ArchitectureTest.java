package ru.nastavnik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.nastavnik.organisation.Person;

class ArchitectureTest {

    private static final String ROOT = "ru.nastavnik";
    private static final String PLANTED = "ru.nastavnik.planted";
    private static final List<String> FEATURES =
            List.of("organisation", "participants", "consent", "documents", "roadmap", "mentorship", "notification");

    /** The id of a row in one of the source documents. */
    private static final Pattern CITATION = Pattern.compile("S[0-4]-[0-9HR]");
    /** Comments, text blocks, strings and characters of Java, whichever begins first. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*(?s:.*?)\\*/|//[^\n]*|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"" + "|'(?:\\\\.|[^'\\\\\n])+'");

    private static final Pattern BY_THE_DATABASE =
            Pattern.compile("(?i)\\border by[^\"]*(?:name|title|label)\\b|\\bilike\\b");
    private static final Pattern BY_CODE_POINTS = Pattern.compile(
            "comparing\\(\\s*[\\w.]+::(?:label|name|title|person|mentees|school|shortName|fullName)\\b|orderByTaskName");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ru.nastavnik");

    private static ArchRule onlyProcessKnowsTheEngine() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("ru.nastavnik.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..");
    }

    private static ArchRule nobodyDependsOnProcess() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("ru.nastavnik.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ru.nastavnik.process..");
    }

    /** Each feature may use what stands to its right here, never what stands to its left. */
    private static List<ArchRule> oneDirection(String root) {
        List<String> order = List.of(
                "mentorship",
                "roadmap",
                "documents",
                "consent",
                "participants",
                "notification",
                "organisation",
                "shared");
        return IntStream.range(1, order.size())
                .mapToObj(i -> noClasses()
                        .that()
                        .resideInAPackage(root + "." + order.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(order.subList(0, i).stream()
                                .map(left -> root + "." + left + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true))
                .toList();
    }

    private static SliceRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** What the compiler's checks cannot tell: a column may be there for readers of the database only, any other field not. */
    private static ArchRule everyFieldIsRead() {
        return fields().that()
                .arePrivate()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith(Entity.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith(Embeddable.class)
                .should(new ArchCondition<>("be read") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean read = field.getAccessesToSelf().stream()
                                .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET);
                        events.add(new SimpleConditionEvent(field, read, field.getFullName() + " is never read"));
                    }
                });
    }

    @Test
    void onlyTheProcessPackageKnowsTheEngine() {
        onlyProcessKnowsTheEngine().check(product);
    }

    @Test
    void nothingDependsOnTheProcessPackage() {
        nobodyDependsOnProcess().check(product);
    }

    @Test
    void featuresDependInOneDirectionOnly() {
        oneDirection(ROOT).forEach(rule -> rule.check(product));
        noCycles(ROOT).check(product);
    }

    @Test
    void partsOfTheProcessPackage_haveNoCircle_andItsRootStandsBelowThem() {
        noCycles(ROOT + ".process").check(product);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".process")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".process.*..")
                .check(product);
    }

    @Test
    void noFieldIsOnlyWritten() {
        everyFieldIsRead().check(product);
    }

    @Test
    void plantedViolations_areFound_byEachRule() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        assertFound(() -> onlyProcessKnowsTheEngine().check(planted), "PlantedViolation.engine");
        assertFound(() -> nobodyDependsOnProcess().check(planted), "PlantedViolation.processes");
        assertFound(() -> oneDirection(PLANTED).forEach(rule -> rule.check(planted)), "PlantedViolation.pair");
        assertFound(() -> noCycles(PLANTED).check(planted), "PlantedPair.organisation");
        assertFound(() -> everyFieldIsRead().check(planted), "PlantedPair.written is never read");
        assertFound(() -> namesOfPeopleComeFromOnePlace().check(planted), "PlantedPair.named");
    }

    private static void assertFound(ThrowingCallable check, String violation) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(violation);
    }

    @Test
    void everyFeatureThatTheRulesName_isThere() {
        assertThat(FEATURES)
                .allSatisfy(feature -> assertThat(product.stream()
                                .anyMatch(c -> c.getPackageName().startsWith("ru.nastavnik." + feature)))
                        .as(feature)
                        .isTrue());
    }

    /** Rows of source documents are cited in template data and in comments; nothing depends on them. */
    @Test
    void noCode_modelOrForm_knowsARowOfASourceDocument() throws IOException {
        assertThat(citations(Path.of("src/main/java"), ArchitectureTest::literals))
                .isEmpty();
        assertThat(citations(Path.of("processes"), Function.identity())).isEmpty();
        assertThat(citations(Path.of("forms"), Function.identity())).isEmpty();

        assertThat(literals(
                        "/** «S2-1.1» */ class A { // \"S2-1.2\"\n String row = \"S2-1.3\" + '\"' + \"S4-R2.1\"; }"))
                .as("what the check reads of code")
                .isEqualTo("\"S2-1.3\"\n\"S4-R2.1\"");
        assertThat(citations(Path.of("src/main/resources/roadmap"), Function.identity()))
                .as("the check finds citations where they are")
                .isNotEmpty();
    }

    /** Two people of a list must not read the same, so nobody puts a name together where it is shown. */
    @Test
    void peopleAreNamed_inOnePlace() throws IOException {
        namesOfPeopleComeFromOnePlace().check(product);
        assertThat(filesWith(Path.of("src/main/java"), ArchitectureTest::literals, Pattern.compile("\\blast_name\\b")))
                .as("who reads the parts of a name: the card where they are changed, one's own, and the engine's users")
                .containsOnly("Members.java", "Visitors.java", "IdentityQueries.java");
        assertThat(filesWith(
                        Path.of("src/main/resources/templates"),
                        Function.identity(),
                        Pattern.compile("th:text=\"[^\"]*(?:last|first|middle)Name")))
                .as("pages that put a name together")
                .isEmpty();
    }

    private static ArchRule namesOfPeopleComeFromOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..organisation..")
                .and()
                .doNotHaveFullyQualifiedName("ru.nastavnik.consent.ConsentText")
                .should()
                .callMethod(Person.class, "fullName");
    }

    /** Where the database puts words in order, its locale decides; where their code points do, «Ё» stands before «А». */
    @Test
    void wordsAreOrderedAndFound_byTheRussianRule() throws IOException {
        assertThat(filesWith(Path.of("src/main/java"), ArchitectureTest::literals, BY_THE_DATABASE))
                .isEmpty();
        assertThat(filesWith(Path.of("src/main/java"), Function.identity(), BY_CODE_POINTS))
                .isEmpty();

        assertThat("select p from Person p order by p.data.lastName, p.id").containsPattern(BY_THE_DATABASE);
        assertThat("where d.last_name ilike ?").containsPattern(BY_THE_DATABASE);
        assertThat(".sorted(Comparator.comparing(Choice::label))").containsPattern(BY_CODE_POINTS);
    }

    private static Set<String> filesWith(Path folder, Function<String, String> read, Pattern wanted)
            throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.matcher(read.apply(text(file))).find())
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> citations(Path folder, Function<String, String> read) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> CITATION.matcher(read.apply(text(file)))
                            .results()
                            .map(found -> file.getFileName() + ": " + found.group()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** @return the string literals of the code, without its comments */
    private static String literals(String code) {
        return TOKEN.matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("\""))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noScriptingEngine_isOnTheClassPath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getEngineName())
                .as("only the engine's own expression languages")
                .containsOnly("feel-scala", "feel-scala-unary-tests", "juel");
    }
}
