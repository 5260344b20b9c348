package ru.nastavnik.process.stages;

import java.util.List;
import ru.nastavnik.roadmap.Stage;

/** A row of the table of stages of which nothing has been published yet. */
record UncoveredStage(String number, String title) {

    static List<UncoveredStage> of(List<Stage> stages) {
        return stages.stream()
                .map(stage -> new UncoveredStage("" + stage.number(), stage.title()))
                .toList();
    }
}
