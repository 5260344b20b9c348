package ru.nastavnik.roadmap;

import ru.nastavnik.shared.Verdict;

/** What the director says to a roadmap, and with it to its programme. */
public enum RoadmapVerdict implements Verdict {
    APPROVE,
    RETURN,
    REJECT;

    @Override
    public String subjectKind() {
        return "programme";
    }
}
