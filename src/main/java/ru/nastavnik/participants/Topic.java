package ru.nastavnik.participants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What somebody needs help with or can help with: one dictionary for requests and competences. */
@Entity
public class Topic {

    @Id
    private String code;

    private String title;
    private int position;

    protected Topic() {}

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
