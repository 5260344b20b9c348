package ru.nastavnik.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.nastavnik.shared.database.CannotStart;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.10, false",
        "127.0.0.1, 12770.0.1, false",
        "172.18.0.0/16, 172.18.255.1, true",
        "172.18.0.0/16, 172.19.0.1, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.1, false",
        "10.0.0.0/8, 10.20.30.40, true",
        "192.168.1.4/30, 192.168.1.7, true",
        "192.168.1.4/30, 192.168.1.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1, true"
    })
    void namedProxies_areThoseAndNoOthers(String named, String address, boolean believed) {
        assertThat(address.matches(Proxies.pattern(List.of("192.0.2.1", named))))
                .isEqualTo(believed);
    }

    @Test
    void whatIsNoAddress_keepsTheProgramFromStarting() {
        for (String wrong : List.of(".*", "proxy", "10.0.0.0/33", "10.0.0")) {
            assertThatThrownBy(() -> Proxies.pattern(List.of(wrong)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(wrong);
        }
    }
}
