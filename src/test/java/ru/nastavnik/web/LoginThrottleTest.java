package ru.nastavnik.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** By a clock that stands still until it is moved: how long the machine takes does not matter. */
class LoginThrottleTest {

    private long now;
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void fiveFailuresWithinAMinute_stopTheLogin_untilTheFirstIsAMinuteOld() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admits("curator", "198.51.100.1"))
                    .as("after %s failures", i)
                    .isTrue();
            throttle.failed("curator", "198.51.100.1");
            pass(Duration.ofSeconds(10));
        }
        assertThat(throttle.admits("curator", "198.51.100.2"))
                .as("from elsewhere, too")
                .isFalse();
        assertThat(throttle.admits("deputy", "198.51.100.1")).as("a colleague").isTrue();

        pass(Duration.ofSeconds(10));
        assertThat(throttle.admits("curator", "198.51.100.1"))
                .as("a minute after the first")
                .isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(throttle.admits("curator", "198.51.100.1"))
                .as("more than a minute after the first")
                .isTrue();
    }

    @Test
    void thirtyFailuresFromOneAddress_stopTheAddress_alsoAfterOneSuccess() {
        for (int i = 0; i < 30; i++) {
            throttle.failed("guess" + i, "198.51.100.1");
        }
        throttle.succeeded("guess0");
        assertThat(throttle.admits("anybody", "198.51.100.1")).isFalse();
        assertThat(throttle.admits("anybody", "198.51.100.2")).isTrue();
        pass(Duration.ofSeconds(61));
        assertThat(throttle.admits("anybody", "198.51.100.1")).isTrue();
    }

    @Test
    void rightPassword_forgetsTheFailuresOfItsLogin() {
        for (int i = 0; i < 4; i++) {
            throttle.failed("curator", "198.51.100.1");
        }
        throttle.succeeded("curator");
        throttle.failed("curator", "198.51.100.1");
        assertThat(throttle.admits("curator", "198.51.100.1")).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
