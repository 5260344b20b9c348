package ru.nastavnik.support;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Programs of our class path in a Java of their own. */
public final class JavaProcess {

    /** What the product does not have on its class path. */
    public static final String TEST_ONLY =
            "selenium|archunit|junit|mockito|assertj|greenmail|camunda-bpm-assert|spring-boot-test|spring-test|spring-security-test|test-classes";

    private JavaProcess() {}

    /** @param without entries of this run's class path that the program is not to have, as a regular expression */
    public static List<String> command(String without, Class<?> main) {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + without + ").*"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                classPath,
                main.getName());
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** @return whether that page is there now */
    public static boolean answers(int port, String page) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + page).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(30_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
