package ru.nastavnik.process.consent;

import java.time.LocalDate;
import java.time.Period;
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

  private static final int ADULT = 18;

  /** One consent that is needed. */
  record Required(ConsentKind kind, Giver giver) {}

  private final DecisionService decisions;

  RequiredConsentsDecision(DecisionService decisions) {
    this.decisions = decisions;
  }

  /** @return which consents this person needs on this side, and whose */
  List<Required> of(Side side, Person person, LocalDate today) {
    return decisions.evaluateDecisionTableByKey(KEY).decisionDefinitionWithoutTenantId()
        .variables(Map.of("side", side.name(), "category", person.category().name(), "minor", minor(person, today)))
        .evaluate().getResultList().stream()
        .map(row -> new Required(ConsentKind.valueOf((String) row.get("kind")),
            Giver.valueOf((String) row.get("giver"))))
        .toList();
  }

  /** A pupil whose birth date is not known counts as a minor: then nobody's consent is missed. */
  static boolean minor(Person person, LocalDate today) {
    return person.birthDate() == null ? person.category() == Person.Category.PUPIL
        : Period.between(person.birthDate(), today).getYears() < ADULT;
  }
}
