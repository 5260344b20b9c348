package ru.nastavnik.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import ru.nastavnik.support.SchoolTest;

/** By a clock that stands still until it is moved: how long the machine takes does not matter. */
class LoginThrottleTest extends SchoolTest {

    private final String here = "10." + ThreadLocalRandom.current().nextInt(1 << 24);
    private final String elsewhere = here + " elsewhere";
    private final String curator = "curator " + here;
    private Instant now = Instant.parse("2025-09-01T06:00:00Z");
    private LoginThrottle throttle;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void aThrottle() {
        throttle = new LoginThrottle(database, transactions, () -> now);
    }

    @Test
    void eachFailureAfterTheFifth_waitsTwiceAsLong_andAtMostAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            tryInVain(curator, here);
        }
        for (int seconds : new int[] {15, 30, 60, 120, 240, 480, 900, 900}) {
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(throttle.admits(curator, here))
                    .as("a little before %s seconds", seconds)
                    .isFalse();
            pass(Duration.ofMillis(1));
            tryInVain(curator, here);
        }
    }

    @Test
    void failuresElsewhere_keepNobodyOut() {
        for (int i = 0; i < 5; i++) {
            tryInVain(curator, elsewhere);
        }
        assertThat(throttle.admits(curator, elsewhere)).isFalse();
        assertThat(throttle.admits(curator, here)).as("at work").isTrue();
        assertThat(throttle.admits("deputy " + here, elsewhere))
                .as("a colleague at that address")
                .isTrue();
    }

    @Test
    void thirtyFailuresFromOneAddress_holdUpStrangersOnly_forAMinute() {
        assertThat(throttle.admits(curator, here)).isTrue();
        throttle.succeeded(curator, here);
        for (int i = 0; i < 30; i++) {
            tryInVain("guess" + i + here, here);
        }
        assertThat(throttle.admits("stranger " + here, here)).isFalse();
        assertThat(throttle.admits("stranger " + here, elsewhere)).isTrue();
        assertThat(throttle.admits(curator, here)).as("who works there").isTrue();
        pass(Duration.ofSeconds(61));
        assertThat(throttle.admits("stranger " + here, here)).isTrue();
    }

    @Test
    void thirtyFailuresOfOneLoginFromManyAddresses_holdUpStrangersOnly() {
        throttle.succeeded(curator, here);
        for (int i = 0; i < 30; i++) {
            tryInVain(curator, "guess" + i + here);
        }
        assertThat(throttle.admits(curator, elsewhere)).isFalse();
        assertThat(throttle.admits(curator, here)).as("where the curator works").isTrue();
    }

    @Test
    void addressesOfOneNetworkOfIPv6_areOneAddress() {
        String network = "2001:db8:%x:%x::".formatted(now.hashCode() & 0xFFFF, here.hashCode() & 0xFFFF);
        for (int i = 0; i < 5; i++) {
            tryInVain(curator, network + i);
        }
        assertThat(throttle.admits(curator, network + "abcd")).isFalse();
    }

    @Test
    void manyTriesAtOnce_areNoMoreThanFive() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admits(curator, here)).as("try %s", i).isTrue();
        }
        assertThat(throttle.admits(curator, here))
                .as("while the others are still looked at")
                .isFalse();
    }

    @Test
    void rightPassword_forgetsTheFailuresOfItsLogin() {
        for (int i = 0; i < 4; i++) {
            tryInVain(curator, here);
        }
        throttle.succeeded(curator, here);
        tryInVain(curator, here);
        assertThat(throttle.admits(curator, here)).isTrue();
    }

    @Test
    void failuresOnOneNode_countOnTheOther_andAreForgottenAfterADay() {
        LoginThrottle other = new LoginThrottle(database, transactions, () -> now);
        for (int i = 0; i < 5; i++) {
            LoginThrottle node = i % 2 == 0 ? throttle : other;
            assertThat(node.admits(curator, here)).isTrue();
            node.failed(curator, here);
        }
        assertThat(throttle.admits(curator, here)).isFalse();
        assertThat(other.admits(curator, here)).isFalse();

        pass(Duration.ofHours(25));
        other.failed("deputy " + here, here);
        assertThat(database.queryForObject(
                        "select count(*) from login_failure where failed_at < ?",
                        Long.class,
                        now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)))
                .as("kept longer")
                .isZero();
    }

    private void tryInVain(String login, String address) {
        assertThat(throttle.admits(login, address))
                .as("%s at %s", login, address)
                .isTrue();
        throttle.failed(login, address);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
