package ru.nastavnik.process.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import ru.nastavnik.released.ReleasedDatabase;
import ru.nastavnik.support.SchoolTest;

/**
 * Not a test: writes the demo school of this version, in the middle of its year, down for the versions that follow. Run by
 * itself at a release, so that nobody else's school is in the database:
 * {@code mvn test -Dtests.groups=release -Dtests.excludedGroups= -Dtest=ReleaseDump}.
 */
@Tag("release")
class ReleaseDump extends SchoolTest {

    @Autowired
    private AutowireCapableBeanFactory beans;

    /** The demo school is the only one. */
    @Override
    protected void openSchool() {}

    @Test
    void middleOfTheYear() throws Exception {
        clock.moveTo(LocalDate.parse(ReleasedDatabase.DAY)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Moscow"))
                .toInstant());
        beans.createBean(DemoSchool.class).live();
        ReleasedDatabase.write(database, Path.of("src/test/resources").resolve(ReleasedDatabase.FILE));
    }
}
