package ru.nastavnik.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Kinds of local acts: those that every school has, and those that a school has added. */
@Service
@Transactional
public class ActKinds {

    private final ActKindRepository kinds;
    private final ActJournalRepository journals;
    private final ActDemandRepository demands;
    private final SchoolClock clock;

    ActKinds(ActKindRepository kinds, ActJournalRepository journals, ActDemandRepository demands, SchoolClock clock) {
        this.kinds = kinds;
        this.journals = journals;
        this.demands = demands;
        this.clock = clock;
    }

    /** @throws Refusal when the organisation has no such kind */
    @Transactional(readOnly = true)
    public ActKind get(UUID organisationId, String code) {
        return kinds.findById(code)
                .filter(kind -> kind.of(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такого вида документа нет."));
    }

    /**
     * Adds a kind of the school's own.
     *
     * @return its code
     */
    public String add(UUID organisationId, NewActKind kind) {
        if (kind.title().isBlank() || kind.title().length() > LocalAct.LONGEST_TITLE) {
            throw Refusal.invalid(
                    "Назовите вид документа: не больше " + LocalAct.LONGEST_TITLE + " знаков, например «Приказ о поощрении».");
        }
        ActJournal journal = journals.findById(kind.journal())
                .orElseThrow(() -> Refusal.invalid("Такого журнала нет. Выберите журнал из списка."));
        try {
            return kinds.saveAndFlush(new ActKind(UUID.randomUUID().toString(), organisationId, kind, journal))
                    .code();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.wrongState("Вид документа «" + kind.title() + "» уже есть.");
        }
    }

    /** From now on the school's programmes ask for an act of this kind. */
    public void demand(UUID organisationId, String code) {
        get(organisationId, code);
        if (!demands.existsById(new ActDemand.Key(organisationId, code))) {
            demands.save(new ActDemand(organisationId, code, clock.instant()));
        }
    }

    /** @return what the school demands for each of its programmes, in the order in which it came to demand it */
    @Transactional(readOnly = true)
    public List<ActKind> demanded(UUID organisationId) {
        return kinds.demandedBy(organisationId);
    }

    /** @return kinds of acts on which a programme may rest, as far as a row of a roadmap may wait for them */
    @Transactional(readOnly = true)
    public List<ActKind> founding(UUID organisationId) {
        return kinds.findFoundingWithOutcome().stream()
                .filter(kind -> kind.of(organisationId))
                .toList();
    }
}
