package ru.nastavnik.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.nastavnik.shared.database.CannotStart;

/**
 * Whose word is taken for where a request came from and how. Anybody can send «X-Forwarded-…»; only the proxies that the
 * settings name are believed, by default nobody. By which name the server was called is believed of nobody: no page
 * leads anywhere by it.
 */
@Configuration
class Proxies {

    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final Pattern NETWORK = Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})/(\\d{1,2})");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int BITS = 8;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedProxies(
            @Value("${nastavnik.proxies:}") List<String> proxies, @Value("${nastavnik.public-url}") String publicUrl) {
        return factory -> {
            if (proxies.isEmpty() && publicUrl.startsWith("https:")) {
                LOG.warn("Адрес программы начинается с https, а веб-сервер перед ней не указан: она не знает, что "
                        + "соединение защищено. Укажите его адрес в NASTAVNIK_PROXIES.");
            }
            if (!proxies.isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(pattern(proxies));
                valve.setTrustedProxies(null);
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader(null);
                valve.setPortHeader(null);
                factory.addEngineValves(valve);
            }
        };
    }

    /** @return what the address of a proxy looks like */
    static String pattern(List<String> proxies) {
        return proxies.stream().map(String::strip).map(Proxies::pattern).collect(Collectors.joining("|"));
    }

    private static String pattern(String proxy) {
        Matcher network = NETWORK.matcher(proxy);
        if (network.matches() && Integer.parseInt(network.group(2)) <= 4 * BITS) {
            return pattern(network.group(1).split("\\."), Integer.parseInt(network.group(2)));
        }
        if (!ADDRESS.matcher(proxy).matches()) {
            throw new CannotStart("NASTAVNIK_PROXIES: «" + proxy
                    + "» не адрес и не сеть. Укажите через запятую, например: 127.0.0.1, 172.18.0.0/16.");
        }
        return Pattern.quote(proxy);
    }

    private static String pattern(String[] octets, int bits) {
        return IntStream.range(0, octets.length)
                .mapToObj(i -> octet(Integer.parseInt(octets[i]), Math.max(0, Math.min(BITS, bits - i * BITS))))
                .collect(Collectors.joining("\\."));
    }

    /** @param fixed how many of its bits belong to the network */
    private static String octet(int value, int fixed) {
        int free = 1 << (BITS - fixed);
        int first = value / free * free;
        return IntStream.range(first, first + free)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
