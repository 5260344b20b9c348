package ru.nastavnik.web;

import java.util.List;

/** How many tasks wait for whoever is at the page. */
public interface TaskCounts {

    /**
     * One list of tasks.
     *
     * @param name  as in the list of tasks: «Мои задачи»
     * @param count how many
     * @param late  whether it holds tasks whose date has passed
     * @param link  path that opens the list
     */
    record TaskCount(String name, long count, boolean late, String link) {}

    /** @return the shared lists, in their order; for the account that has logged in */
    List<TaskCount> ofVisitor();
}
