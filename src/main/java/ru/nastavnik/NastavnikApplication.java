package ru.nastavnik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.scheduling.annotation.EnableScheduling;
import ru.nastavnik.shared.database.InsertingRepository;

/** Starts Nastavnik: the mentoring programme of a school, run by its roadmap. */
@SpringBootApplication
@EnableScheduling
@EnableJpaRepositories(
        repositoryBaseClass = InsertingRepository.class,
        bootstrapMode = BootstrapMode.DEFERRED,
        queryEnhancerSelector = NastavnikApplication.QueriesAsWritten.class)
public class NastavnikApplication {

    public static void main(String[] args) {
        SpringApplication.run(NastavnikApplication.class, args);
    }

    /** Our queries are sent as they are written: Hibernate reads them, Spring Data need not parse them as well. */
    static class QueriesAsWritten implements QueryEnhancerSelector {

        @Override
        public QueryEnhancerFactory select(DeclaredQuery query) {
            return QueryEnhancerFactories.fallback();
        }
    }
}
