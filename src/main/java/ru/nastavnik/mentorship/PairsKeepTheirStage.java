package ru.nastavnik.mentorship;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.roadmap.Stage;
import ru.nastavnik.roadmap.StageKeeper;

/** The stage that carries the work of the pairs is not ended over their heads. */
@Component
class PairsKeepTheirStage implements StageKeeper {

    private final Roadmap roadmap;
    private final PairLists lists;
    private final Mentorships mentorships;

    PairsKeepTheirStage(Roadmap roadmap, PairLists lists, Mentorships mentorships) {
        this.roadmap = roadmap;
        this.lists = lists;
        this.mentorships = mentorships;
    }

    @Override
    public Optional<String> objection(Stage stage) {
        return roadmap.carriesPairWork(stage) && pairsWork(stage.programmeId())
                ? Optional.of("Пары ещё работают или подбираются: этап идёт. "
                        + "Сначала завершите их работу и подбор на странице «Пары и группы».")
                : Optional.empty();
    }

    private boolean pairsWork(UUID programmeId) {
        return lists.anyOpen(programmeId) || !mentorships.workingOf(programmeId).isEmpty();
    }
}
