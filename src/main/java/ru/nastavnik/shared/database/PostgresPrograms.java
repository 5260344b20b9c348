package ru.nastavnik.shared.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Runs initdb and pg_ctl. PostgreSQL refuses to work as root, so for root they run in a user namespace in which root is
 * nobody in particular (the files remain root's) or, where such namespaces are forbidden, as an unprivileged user.
 */
final class PostgresPrograms {

    /** What a program has said, and whether it has succeeded. */
    record Result(boolean succeeded, String output) {

        void orFail() throws IOException {
            if (!succeeded) {
                throw new IOException(output);
            }
        }
    }

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final Path bin;
    private final Path folder;
    private final List<String> prefix;
    private final OptionalInt otherUser;

    private PostgresPrograms(Path bin, Path folder, List<String> prefix, OptionalInt otherUser) {
        this.bin = bin;
        this.folder = folder;
        this.prefix = prefix;
        this.otherUser = otherUser;
    }

    /**
     * The programs of {@code bin}, run in a way that is possible here.
     *
     * @param folder where the programs work and leave their last words
     * @param data the database, which may exist; if another user than root owns it, root acts as that user
     */
    static PostgresPrograms in(Path bin, Path folder, Path data) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresPrograms(bin, folder, List.of(), OptionalInt.empty());
        }
        int owner = Files.exists(data) ? (int) Files.getAttribute(data, "unix:uid") : ROOT;
        Stream<PostgresPrograms> ways = owner == ROOT
                ? Stream.of(
                        new PostgresPrograms(bin, folder, List.of("unshare", "-U"), OptionalInt.empty()),
                        as(NOBODY, bin, folder))
                : Stream.of(as(owner, bin, folder));
        return ways.filter(PostgresPrograms::work)
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                "PostgreSQL не работает от имени root, а сменить пользователя здесь не удалось (нужна команда unshare или setpriv"
                                        + " и папка, доступная всем для чтения): запустите Наставник от имени обычного пользователя."));
    }

    private static PostgresPrograms as(int user, Path bin, Path folder) {
        return new PostgresPrograms(
                bin,
                folder,
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"),
                OptionalInt.of(user));
    }

    private boolean work() {
        try {
            return run("initdb", "--version").succeeded();
        } catch (IOException commandIsMissing) {
            return false;
        }
    }

    /** Gives files and folders with all they hold to the user as whom the programs run, if that is not ourselves. */
    void handOver(Path... paths) throws IOException {
        if (otherUser.isEmpty()) {
            return;
        }
        for (Path path : paths) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : (Iterable<Path>) all::iterator) {
                    Files.setAttribute(each, "unix:uid", otherUser.getAsInt());
                }
            }
        }
    }

    /** Runs a program to its end. It speaks into a file: a pipe would be inherited by the server and never close. */
    Result run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve("last-command.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            boolean succeeded = builder.start().waitFor() == 0;
            return new Result(
                    succeeded,
                    Files.readString(output, StandardCharsets.ISO_8859_1).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program);
        }
    }
}
