package ru.nastavnik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Nastavnik: the mentoring programme of a school, run by its roadmap. */
@SpringBootApplication
@EnableScheduling
public class NastavnikApplication {

    public static void main(String[] args) {
        SpringApplication.run(NastavnikApplication.class, args);
    }
}
