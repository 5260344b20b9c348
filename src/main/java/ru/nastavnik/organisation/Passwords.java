package ru.nastavnik.organisation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.Refusal;

/**
 * Hashes, compares and makes passwords. A hash takes long on purpose: only so many are worked on at a time, and nobody
 * holds a connection to the database meanwhile.
 */
@Component
class Passwords {

    private static final long PATIENCE_SECONDS = 15;

    private static final int MIN_LENGTH = 8;
    /** More than that bcrypt does not look at. */
    private static final int MAX_BYTES = 72;
    /** Without letters and digits that look alike on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 12;
    /** Of a password that nobody knows, as strong as the encoder makes them: comparing with it takes as long as with any. */
    private static final String NOBODYS_HASH = "$2a$10$FIzoWRZ5c82zgiQaH5Lw7eG6j8lrIbJuIo.0itY0a.5k7JvMllgy6";

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final Semaphore atWork =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** @throws Refusal BUSY when too many wait for theirs */
    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /**
     * @param hash null when there is no such account: the answer then takes as long as any other
     * @throws Refusal BUSY when too many wait for theirs
     */
    boolean matches(@Nullable String password, @Nullable String hash) {
        boolean readable = password != null && password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        boolean same = inTurn(() -> encoder.matches(readable ? password : "-", hash == null ? NOBODYS_HASH : hash));
        return same && readable && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!atWork.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            atWork.release();
        }
    }

    private static Refusal busy() {
        return Refusal.busy("Сейчас входит слишком много людей. Подождите минуту и повторите.");
    }

    /** @throws Refusal with a sentence when nobody should have such a password */
    void check(@Nullable String password, String login) {
        if (password == null || password.strip().length() < MIN_LENGTH) {
            throw Refusal.invalid("Пароль слишком короткий. Нужно не меньше " + MIN_LENGTH + " знаков.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.invalid("Пароль слишком длинный. Помещается 72 латинские буквы или 36 русских.");
        }
        if (password.equalsIgnoreCase(login)) {
            throw Refusal.invalid("Пароль не должен совпадать с логином. Придумайте другой.");
        }
    }

    /** @return «kmr4-x7pa-w2tz» */
    String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
