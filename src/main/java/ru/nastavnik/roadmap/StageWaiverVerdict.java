package ru.nastavnik.roadmap;

import ru.nastavnik.shared.Verdict;

/** What the director says to the request to end a stage without its evidence. */
public enum StageWaiverVerdict implements Verdict {
    APPROVE,
    REJECT;

    @Override
    public String subjectKind() {
        return "stageWaiver";
    }
}
