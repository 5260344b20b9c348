package ru.nastavnik.shared.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this operating system, packed in a jar that only the builds for trying out and for tests carry.
 *
 * @param archive where the packed programs are
 * @param version for example {@code 17.11.0}, taken from the name of the jar
 */
record PostgresBinaries(URL archive, String version) {

    private static final Pattern VERSION_OF_JAR = Pattern.compile("-([0-9.]+)\\.jar!");

    /** The programs on the class path; without them the application wants a PostgreSQL server of its owner's. */
    static PostgresBinaries onClassPath() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String platform = (system.contains("windows") ? "windows" : system.contains("mac") ? "darwin" : "linux")
                + (System.getProperty("os.arch").equals("aarch64") ? "-arm_64" : "-x86_64");
        URL archive = PostgresBinaries.class.getResource("/postgres-" + platform + ".txz");
        Matcher jar = VERSION_OF_JAR.matcher(String.valueOf(archive));
        if (!jar.find()) {
            throw new CannotStart(
                    ("В этой сборке нет встроенной базы данных для %s: укажите сервер PostgreSQL в переменных"
                                    + " NASTAVNIK_DB_URL, NASTAVNIK_DB_USER и NASTAVNIK_DB_PASSWORD.")
                            .formatted(platform));
        }
        return new PostgresBinaries(archive, jar.group(1));
    }

    /** What PostgreSQL writes into PG_VERSION: data of one major version is unreadable to any other. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Unpacks the programs below the folder unless they are there; returns their {@code bin}. A half-unpacked set never shows. */
    Path unpackInto(Path folder) throws IOException {
        Path unpacked = folder.resolve("postgres-bin-" + version);
        if (!Files.exists(unpacked)) {
            Path unfinished = folder.resolve("postgres-bin-unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            Unpacking.unpack(archive, unfinished);
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
        return unpacked.resolve("bin");
    }

    /** Kept apart so that a build without the libraries for .txz can still load the class around it and say what is missing. */
    private static final class Unpacking {

        static void unpack(URL archive, Path into) throws IOException {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            try (InputStream packed = archive.openStream();
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    Path target = into.resolve(entry.getName()).normalize();
                    if (!target.startsWith(into)) {
                        throw new IOException("Entry outside of the archive: " + entry.getName());
                    }
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                        continue;
                    }
                    Files.createDirectories(target.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                        continue;
                    }
                    Files.copy(tar, target);
                    if (posix) {
                        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                    }
                }
            }
        }

        private static Set<PosixFilePermission> permissions(int mode) {
            StringBuilder letters = new StringBuilder("rwxrwxrwx");
            for (int bit = 0; bit < letters.length(); bit++) {
                if ((mode & (0400 >> bit)) == 0) {
                    letters.setCharAt(bit, '-');
                }
            }
            return PosixFilePermissions.fromString(letters.toString());
        }
    }
}
