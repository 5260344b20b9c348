package ru.nastavnik.process.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.ConsentKind;
import ru.nastavnik.consent.Giver;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Side;

/** Contract of the decision table «Нужные согласия». */
@Component
class RequiredConsentsDecision {

    static final String KEY = "RequiredConsentsDecision";

    /** One consent that is needed. */
    record Required(ConsentKind kind, Giver giver) {}

    private final DecisionService decisions;

    RequiredConsentsDecision(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** @return which consents this person needs on this side, and whose */
    List<Required> of(Side side, Person person, LocalDate today) {
        return decisions
                .evaluateDecisionTableByKey(KEY)
                .decisionDefinitionWithoutTenantId()
                .variables(Map.of(
                        "side", side.name(), "category", person.category().name(), "minor", person.minorOn(today)))
                .evaluate()
                .getResultList()
                .stream()
                .map(row -> new Required(
                        ConsentKind.valueOf((String) row.get("kind")), Giver.valueOf((String) row.get("giver"))))
                .toList();
    }
}
