package ru.nastavnik.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing of passwords, on all nodes together. What counts is one login from one address: after a few
 * failures each next try waits twice as long, so that nobody keeps somebody else out from where that person works. Many
 * failures of a login, or from an address, hold up only those who have never logged in so.
 */
@Component
class LoginThrottle {

    /** Tries of one login from one address that wait for nothing. */
    static final int FREE_FAILURES = 5;
    /** Within a minute, of one login from anywhere, or of any login from one address: a whole school stands behind it. */
    static final int CROWD = 30;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Much longer than the longest wait: whoever waits it out is not where they began. */
    private static final Duration MEMORY = Duration.ofDays(1);
    /** How long somebody is known at an address. */
    private static final Duration ACQUAINTANCE = Duration.ofDays(90);

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final Supplier<Instant> now;

    @Autowired
    LoginThrottle(JdbcTemplate database, PlatformTransactionManager transactions) {
        this(database, transactions, Instant::now);
    }

    LoginThrottle(JdbcTemplate database, PlatformTransactionManager transactions, Supplier<Instant> now) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.now = now;
    }

    /** Whether this may be tried now. What is tried counts as a failure until it has succeeded: of many tries at once, too. */
    boolean admits(String login, String address) {
        String pair = pair(login, address);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            database.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, pair);
            if (mustWait(pair) || (crowded(ofLogin(login), ofAddress(address)) && !known(pair))) {
                return false;
            }
            remember(pair);
            return true;
        }));
    }

    private boolean mustWait(String pair) {
        return Boolean.TRUE.equals(database.query(
                "select count(*) as failures, max(failed_at) as latest from login_failure where whose = ? and failed_at >= ?",
                row -> {
                    row.next();
                    int failures = row.getInt("failures");
                    return failures >= FREE_FAILURES
                            && now.get()
                                    .isBefore(row.getObject("latest", OffsetDateTime.class)
                                            .toInstant()
                                            .plus(waitAfter(failures)));
                },
                pair,
                since(MEMORY)));
    }

    private static Duration waitAfter(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private boolean crowded(String ofLogin, String ofAddress) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select count(*) filter (where whose = ?) >= ? or count(*) filter (where whose = ?) >= ? "
                        + "from login_failure where whose in (?, ?) and failed_at >= ?",
                Boolean.class,
                ofLogin,
                CROWD,
                ofAddress,
                CROWD,
                ofLogin,
                ofAddress,
                since(WINDOW)));
    }

    private boolean known(String pair) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select 1 from login_place where whose = ? and last_at >= ?)",
                Boolean.class,
                pair,
                since(ACQUAINTANCE)));
    }

    void failed(String login, String address) {
        database.update(
                "delete from login_failure where id in "
                        + "(select id from login_failure where failed_at < ? for update skip locked)",
                since(MEMORY));
        remember(ofLogin(login));
        remember(ofAddress(address));
    }

    /** The person knows the password; what others tried from the same address still counts. */
    void succeeded(String login, String address) {
        String pair = pair(login, address);
        database.update("delete from login_failure where whose = ?", pair);
        database.update(
                "insert into login_place (whose, last_at) values (?, ?) on conflict (whose) do update set last_at = excluded.last_at",
                pair,
                moment());
        database.update("delete from login_place where last_at < ?", since(ACQUAINTANCE));
    }

    private void remember(String whose) {
        database.update("insert into login_failure (whose, failed_at) values (?, ?)", whose, moment());
    }

    private OffsetDateTime moment() {
        return now.get().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime since(Duration past) {
        return now.get().minus(past).atOffset(ZoneOffset.UTC);
    }

    private static String pair(String login, String address) {
        return digest("pair " + login + " " + network(address));
    }

    private static String ofLogin(String login) {
        return digest("login " + login);
    }

    private static String ofAddress(String address) {
        return digest("address " + network(address));
    }

    /** Whoever has one address of IPv6 has many: its first half, the network, stands for all of them. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException e) {
            return address;
        }
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
