package ru.nastavnik.shared.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the application's own, for trying out and for tests: it starts and stops with the application, listens on
 * this computer only, on a port chosen anew at every start, and keeps its data in a folder. If the application is killed,
 * the server lives on; the next start stops it and goes on with its data.
 *
 * <p>The folder holds {@code pgdata} (the database), {@code postgres-bin-<version>} (the programs), {@code password},
 * {@code postgres.log}, {@code last-command.log} and {@code lock}, which is held while the application runs.
 */
public final class DevelopmentDatabase implements AutoCloseable {

    /**
     * @param durable data survives a loss of power; costs time at every commit
     * @param fresh begin with an empty database
     */
    public record Options(boolean durable, boolean fresh) {

        public static Options forTryingOut() {
            return new Options(true, false);
        }

        public static Options forTests() {
            return new Options(false, true);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(DevelopmentDatabase.class);
    private static final String USER = "nastavnik";
    private static final String DATABASE = "nastavnik";
    private static final int ATTEMPTS_TO_FIND_A_PORT = 3;

    /** Folders in use by this very process: the operating system locks a file against other processes only. */
    private static final Set<Path> foldersInUse = new HashSet<>();

    private final Path folder;
    private final Path pgdata;
    private final PostgresBinaries binaries;
    private @Nullable FileChannel lock;

    @SuppressWarnings("NullAway.Init") // by startServer, before anybody has the object
    private PostgresPrograms programs;

    @SuppressWarnings("NullAway.Init")
    private String password;

    private int port;
    private boolean launched;

    private DevelopmentDatabase(Path folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.pgdata = folder.resolve("pgdata");
        this.binaries = binaries;
    }

    /**
     * Starts the database of a folder, which is made if it is missing.
     *
     * @throws CannotStart with a reason in Russian; the data found in the folder is then as it was
     */
    public static DevelopmentDatabase start(Path dataFolder, Options options) {
        PostgresBinaries binaries = PostgresBinaries.onClassPath();
        try {
            Files.createDirectories(dataFolder);
            DevelopmentDatabase database = new DevelopmentDatabase(dataFolder.toRealPath(), binaries);
            database.lockFolder();
            try {
                database.startServer(options);
                return database;
            } catch (Throwable failure) {
                database.close();
                throw failure;
            }
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    ("Нет права записи в папку %s: дайте это право пользователю %s или укажите другую папку"
                                    + " в NASTAVNIK_DATABASE_FOLDER.")
                            .formatted(dataFolder, System.getProperty("user.name")),
                    e);
        } catch (IOException | SQLException e) {
            String reason = e instanceof FileSystemException ? e.toString() : e.getMessage();
            throw new CannotStart(
                    "Встроенная база данных в папке %s не запустилась: %s.".formatted(dataFolder, reason), e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server, cutting off whoever is still connected, and lets others have the folder. Nothing if done before. */
    @Override
    public void close() {
        FileChannel held = lock;
        if (held == null) {
            return;
        }
        try {
            if (launched) {
                stopServer();
            }
        } catch (IOException e) {
            log.warn("Встроенная база данных в папке {} не остановилась: {}", folder, e.getMessage());
        } finally {
            unlockFolder(held);
        }
    }

    private void lockFolder() throws IOException {
        synchronized (foldersInUse) {
            if (!foldersInUse.contains(folder)) {
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    lock = channel;
                    foldersInUse.add(folder);
                    return;
                }
                channel.close();
            }
        }
        throw new CannotStart(
                ("Папка %s уже занята другим запущенным Наставником: остановите его или укажите другую папку"
                                + " в NASTAVNIK_DATABASE_FOLDER.")
                        .formatted(folder));
    }

    private void unlockFolder(FileChannel held) {
        synchronized (foldersInUse) {
            foldersInUse.remove(folder);
            try {
                held.close();
            } catch (IOException e) {
                log.warn("Папка {} осталась занятой: {}", folder, e.getMessage());
            }
            lock = null;
        }
    }

    private void startServer(Options options) throws IOException, SQLException {
        if (!options.fresh()) {
            refuseDataOfAnotherVersion();
        }
        programs = PostgresPrograms.in(binaries.unpackInto(folder), folder, pgdata);
        stopServerThatSurvived();
        if (options.fresh()) {
            FileSystemUtils.deleteRecursively(pgdata);
        }
        if (!Files.exists(pgdata)) {
            createData();
        }
        password = Files.readString(folder.resolve("password"));
        launchServer(options);
        createDatabase();
        log.info(
                "Встроенная база данных PostgreSQL {} в папке {} доступна по адресу {}",
                binaries.version(),
                folder,
                jdbcUrl());
    }

    private void refuseDataOfAnotherVersion() throws IOException {
        if (!Files.exists(pgdata)) {
            return;
        }
        Path versionFile = pgdata.resolve("PG_VERSION");
        String found = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "неизвестной версии";
        if (!found.equals(binaries.majorVersion())) {
            throw new CannotStart(
                    ("Данные в папке %s созданы PostgreSQL %s, а эта сборка работает с PostgreSQL %s: запустите прежнюю"
                                    + " сборку или укажите другую папку в NASTAVNIK_DATABASE_FOLDER.")
                            .formatted(pgdata, found, binaries.majorVersion()));
        }
    }

    /** A server whose application was killed still works on the data. Its note may also be stale and name a stranger by now. */
    private void stopServerThatSurvived() throws IOException {
        Path note = pgdata.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        boolean survived = Files.readAllLines(note).stream()
                .limit(1)
                .map(String::strip)
                .filter(pid -> pid.matches("\\d+"))
                .map(Long::valueOf)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .anyMatch(process -> isOurServer(process.info()));
        if (survived) {
            stopServer();
        } else {
            Files.delete(note);
        }
    }

    private boolean isOurServer(ProcessHandle.Info process) {
        boolean postgres = process.command()
                .filter(path -> Path.of(path).getFileName().toString().startsWith("postgres"))
                .isPresent();
        return postgres
                && process.arguments()
                        .map(words -> List.of(words).contains(pgdata.toString()))
                        .orElse(true);
    }

    private void stopServer() throws IOException {
        programs.run("pg_ctl", "stop", "-w", "-m", "fast", "-D", pgdata.toString())
                .orFail();
    }

    /** Makes an empty cluster beside and moves it into place when it is complete. */
    private void createData() throws IOException {
        Path unfinished = folder.resolve("pgdata-unfinished");
        Path passwordFile = folder.resolve("password");
        Files.deleteIfExists(passwordFile);
        Files.writeString(createForOwnerOnly(passwordFile), UUID.randomUUID().toString());
        if (!initialise(unfinished, passwordFile, "C.UTF-8").succeeded()) {
            initialise(unfinished, passwordFile, "C").orFail();
        }
        Files.move(unfinished, pgdata, StandardCopyOption.ATOMIC_MOVE);
    }

    /** PostgreSQL's built-in C.UTF-8 folds Russian letters even where the operating system knows no locale but C. */
    private PostgresPrograms.Result initialise(Path data, Path passwordFile, String locale) throws IOException {
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectory(data);
        programs.handOver(data, passwordFile);
        return programs.run(
                "initdb",
                "-D",
                data.toString(),
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + locale,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private static Path createForOwnerOnly(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    /**
     * pg_ctl makes the server the head of a session of its own: Ctrl-C in the terminal reaches the application only.
     * Between our choice of a port and its use somebody may take it, hence the attempts.
     */
    private void launchServer(Options options) throws IOException {
        Path serverLog = folder.resolve("postgres.log");
        if (!Files.exists(serverLog)) {
            createForOwnerOnly(serverLog);
        }
        programs.handOver(pgdata, folder.resolve("password"), serverLog);
        PostgresPrograms.Result result;
        int attempts = 0;
        do {
            port = freePort();
            result = programs.run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    "300",
                    "-D",
                    pgdata.toString(),
                    "-l",
                    serverLog.toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60"
                            + (options.durable()
                                    ? ""
                                    : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"));
            attempts++;
        } while (result.output().contains("could not start server") && attempts < ATTEMPTS_TO_FIND_A_PORT);
        if (!result.succeeded()) {
            throw new IOException("причина записана в конце файла " + serverLog);
        }
        launched = true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
