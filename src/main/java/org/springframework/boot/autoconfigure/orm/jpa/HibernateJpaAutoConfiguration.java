package org.springframework.boot.autoconfigure.orm.jpa;

import org.springframework.boot.autoconfigure.AutoConfigureAfter;

/**
 * The name that Camunda's auto-configuration, made for Spring Boot 3, asks to come after. Boot 4 has moved the class; the
 * name leads to it, so the engine comes after the entities again and Spring has nothing to warn of at each start.
 */
@AutoConfigureAfter(org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration.class)
public final class HibernateJpaAutoConfiguration {

    private HibernateJpaAutoConfiguration() {}
}
