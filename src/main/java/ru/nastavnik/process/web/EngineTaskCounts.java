package ru.nastavnik.process.web;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.springframework.stereotype.Component;
import ru.nastavnik.process.identity.SharedFilters;
import ru.nastavnik.web.TaskCounts;

/** Counts with the very filters that Tasklist shows, for whoever the engine takes the request to be from. */
@Component
class EngineTaskCounts implements TaskCounts {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final SharedFilters shared;
    private final FilterService filters;

    EngineTaskCounts(SharedFilters shared, FilterService filters) {
        this.shared = shared;
        this.filters = filters;
    }

    @Override
    public List<TaskCount> ofVisitor() {
        return SharedFilters.NAMES.stream().map(this::count).toList();
    }

    private TaskCount count(String name) {
        String id = shared.id(name);
        return id == null
                ? new TaskCount(name, 0, false, TASKLIST)
                : new TaskCount(name, filters.count(id), name.equals(SharedFilters.LATE), TASKLIST + "#/?filter=" + id);
    }
}
