package ru.nastavnik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;
import ru.nastavnik.shared.database.InsertingRepository;

/** Starts Nastavnik: the mentoring programme of a school, run by its roadmap. */
@SpringBootApplication
@EnableScheduling
@EnableJpaRepositories(repositoryBaseClass = InsertingRepository.class)
public class NastavnikApplication {

    public static void main(String[] args) {
        SpringApplication.run(NastavnikApplication.class, args);
    }
}
