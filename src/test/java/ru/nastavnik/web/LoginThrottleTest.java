package ru.nastavnik.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.nastavnik.support.SchoolTest;

/** By a clock that stands still until it is moved: how long the machine takes does not matter. */
class LoginThrottleTest extends SchoolTest {

    private final String here = "10." + ThreadLocalRandom.current().nextInt(1 << 24);
    private final String elsewhere = here + " elsewhere";
    private final String curator = "curator " + here;
    private Instant now = Instant.parse("2025-09-01T06:00:00Z");
    private LoginThrottle throttle;

    @BeforeEach
    void aThrottle() {
        throttle = new LoginThrottle(database, () -> now);
    }

    @Test
    void fiveFailuresWithinAMinute_stopTheLogin_untilTheFirstIsAMinuteOld() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admits(curator, here))
                    .as("after %s failures", i)
                    .isTrue();
            throttle.failed(curator, here);
            pass(Duration.ofSeconds(10));
        }
        assertThat(throttle.admits(curator, elsewhere))
                .as("from elsewhere, too")
                .isFalse();
        assertThat(throttle.admits("deputy " + here, here)).as("a colleague").isTrue();

        pass(Duration.ofSeconds(10));
        assertThat(throttle.admits(curator, here))
                .as("a minute after the first")
                .isFalse();
        pass(Duration.ofMillis(1));
        assertThat(throttle.admits(curator, here))
                .as("more than a minute after the first")
                .isTrue();
    }

    @Test
    void thirtyFailuresFromOneAddress_stopTheAddress_alsoAfterOneSuccess() {
        for (int i = 0; i < 30; i++) {
            throttle.failed("guess" + i + here, here);
        }
        throttle.succeeded("guess0" + here);
        assertThat(throttle.admits("anybody " + here, here)).isFalse();
        assertThat(throttle.admits("anybody " + here, elsewhere)).isTrue();
        pass(Duration.ofSeconds(61));
        assertThat(throttle.admits("anybody " + here, here)).isTrue();
    }

    @Test
    void rightPassword_forgetsTheFailuresOfItsLogin() {
        for (int i = 0; i < 4; i++) {
            throttle.failed(curator, here);
        }
        throttle.succeeded(curator);
        throttle.failed(curator, here);
        assertThat(throttle.admits(curator, here)).isTrue();
    }

    @Test
    void failuresOnOneNode_countOnTheOther_andAreForgottenAfterTheirMinute() {
        LoginThrottle other = new LoginThrottle(database, () -> now);
        for (int i = 0; i < 5; i++) {
            (i % 2 == 0 ? throttle : other).failed(curator, here);
        }
        assertThat(throttle.admits(curator, here)).isFalse();
        assertThat(other.admits(curator, elsewhere)).isFalse();

        pass(Duration.ofSeconds(61));
        other.failed("deputy " + here, here);
        assertThat(database.queryForObject(
                        "select count(*) from login_failure where failed_at < ?",
                        Long.class,
                        now.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC)))
                .as("kept beyond their minute")
                .isZero();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
