package ru.nastavnik.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords: so many failures a minute for one login, and for one address, on all nodes together.
 */
@Component
class LoginThrottle {

    static final int FAILURES_OF_LOGIN = 5;
    /** A whole school stands behind one address. */
    static final int FAILURES_OF_ADDRESS = 30;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final JdbcTemplate database;
    private final Supplier<Instant> now;

    @Autowired
    LoginThrottle(JdbcTemplate database) {
        this(database, Instant::now);
    }

    LoginThrottle(JdbcTemplate database, Supplier<Instant> now) {
        this.database = database;
        this.now = now;
    }

    boolean admits(String login, String address) {
        String ofLogin = ofLogin(login);
        String ofAddress = ofAddress(address);
        return Boolean.TRUE.equals(database.queryForObject(
                "select count(*) filter (where whose = ?) < ? and count(*) filter (where whose = ?) < ? "
                        + "from login_failure where whose in (?, ?) and failed_at >= ?",
                Boolean.class,
                ofLogin,
                FAILURES_OF_LOGIN,
                ofAddress,
                FAILURES_OF_ADDRESS,
                ofLogin,
                ofAddress,
                windowBegins()));
    }

    void failed(String login, String address) {
        database.update(
                "delete from login_failure where id in "
                        + "(select id from login_failure where failed_at < ? for update skip locked)",
                windowBegins());
        OffsetDateTime moment = now.get().atOffset(ZoneOffset.UTC);
        database.update(
                "insert into login_failure (whose, failed_at) values (?, ?), (?, ?)",
                ofLogin(login),
                moment,
                ofAddress(address),
                moment);
    }

    /** The person knows the password; what others tried from the same address still counts. */
    void succeeded(String login) {
        database.update("delete from login_failure where whose = ?", ofLogin(login));
    }

    private OffsetDateTime windowBegins() {
        return now.get().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }

    private static String ofLogin(String login) {
        return digest("login " + login);
    }

    private static String ofAddress(String address) {
        return digest("address " + address);
    }

    private static String digest(String whose) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whose.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
