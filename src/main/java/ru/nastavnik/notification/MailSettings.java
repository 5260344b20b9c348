package ru.nastavnik.notification;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Mail is off unless a host is given.
 *
 * @param host     SMTP host; blank switches mail off
 * @param port     SMTP port
 * @param user     login; blank for a host that asks for none
 * @param password password of that login
 * @param from     sender's address
 * @param startTls whether the connection must be encrypted
 */
@ConfigurationProperties("nastavnik.mail")
record MailSettings(@Nullable String host, int port, String user, String password, String from, boolean startTls) {

    boolean on() {
        return host != null && !host.isBlank();
    }
}
