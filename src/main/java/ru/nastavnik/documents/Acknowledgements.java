package ru.nastavnik.documents;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** Acknowledgement sheets: one for each act, of named persons only. */
@Service
@Transactional
public class Acknowledgements {

    private final AcknowledgementRepository lines;
    private final LocalActRepository acts;
    private final ActVersionRepository versions;
    private final Organisations organisations;
    private final People people;
    private final Decisions decisions;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    Acknowledgements(
            AcknowledgementRepository lines,
            LocalActRepository acts,
            ActVersionRepository versions,
            Organisations organisations,
            People people,
            Decisions decisions,
            EntityManager entityManager,
            ApplicationEventPublisher events) {
        this.lines = lines;
        this.acts = acts;
        this.versions = versions;
        this.organisations = organisations;
        this.people = people;
        this.decisions = decisions;
        this.entityManager = entityManager;
        this.events = events;
    }

    /** Names persons in the sheet of the act; whoever is named already stays as they are. */
    public void name(UUID actId, Collection<UUID> personIds) {
        LocalAct act = lock(actId);
        Set<UUID> named =
                lines.findByActId(actId).stream().map(Acknowledgement::personId).collect(Collectors.toSet());
        new LinkedHashSet<>(personIds)
                .stream()
                        .filter(personId -> !named.contains(personId))
                        .forEach(personId -> lines.save(new Acknowledgement(
                                actId,
                                people.person(act.organisationId(), personId).id())));
        lines.flush();
    }

    /** @return whom an act of this kind concerns by its rule: those present who have the roles that are acquainted with it */
    @Transactional(readOnly = true)
    public List<UUID> proposed(UUID actId) {
        LocalAct act = acts.findById(actId).orElseThrow(Acknowledgements::noSuchAct);
        Set<UUID> holders = act.kind().readers().stream()
                .flatMap(role -> people.holders(act.organisationId(), role).stream())
                .flatMap(power -> people.personOf(power.accountId(), act.organisationId()).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
        return people.presentIn(act.organisationId()).stream()
                .map(Person::id)
                .filter(holders::contains)
                .toList();
    }

    /** @return lines of the sheet */
    @Transactional(readOnly = true)
    public List<Acknowledgement> sheet(UUID actId) {
        return lines.findByActId(actId);
    }

    /** @return persons who have not acknowledged the act yet and are still at the school */
    @Transactional(readOnly = true)
    public List<UUID> awaited(UUID actId) {
        List<UUID> unmarked = lines.findByActId(actId).stream()
                .filter(line -> !line.marked())
                .map(Acknowledgement::personId)
                .toList();
        if (unmarked.isEmpty()) {
            return unmarked;
        }
        Set<UUID> present = people.presentAmong(
                acts.findById(actId).orElseThrow(Acknowledgements::noSuchAct).organisationId(), unmarked);
        return unmarked.stream().filter(present::contains).toList();
    }

    /** Whoever has left is waited for no more: a sheet on which nobody else is missing is completed. */
    void left(UUID actId) {
        lock(actId);
        completed(actId);
    }

    /** Somebody has come back who has not acknowledged the act: a sheet that was completed goes on. */
    void cameBack(UUID actId) {
        events.publishEvent(new SheetReopened(actId));
    }

    /** @return dates on which persons have acknowledged the act */
    @Transactional(readOnly = true)
    public Map<UUID, LocalDate> acknowledgedOn(UUID actId) {
        return lines.findByActId(actId).stream()
                .filter(Acknowledgement::marked)
                .collect(Collectors.toMap(Acknowledgement::personId, Acknowledgement::markedOn));
    }

    /** @return acts in force in whose sheets one of these persons is named and has not marked */
    @Transactional(readOnly = true)
    public List<LocalAct> awaitedOf(Collection<UUID> personIds) {
        List<UUID> actIds = lines.findByPersonIdInAndDecisionIdIsNull(personIds).stream()
                .map(Acknowledgement::actId)
                .toList();
        return acts.findAllById(actIds).stream()
                .filter(act -> act.state() == ActState.IN_FORCE)
                .toList();
    }

    /**
     * An annex of an act in whose sheet the account's person is named.
     *
     * @throws Refusal NOT_FOUND when it is none
     */
    @Transactional(readOnly = true)
    public UUID annex(UUID actId, UUID fileId, UUID accountId) {
        LocalAct act = acts.findById(actId).orElseThrow(Acknowledgements::noSuchFile);
        boolean named = people.personOf(accountId, act.organisationId())
                .filter(person -> lines.findByActId(actId).stream()
                        .anyMatch(line -> line.personId().equals(person.id())))
                .isPresent();
        return Optional.ofNullable(act.textId())
                .filter(text -> named && act.state() == ActState.IN_FORCE)
                .flatMap(versions::findById)
                .flatMap(text -> text.annexes().stream()
                        .map(Annex::fileId)
                        .filter(fileId::equals)
                        .findFirst())
                .orElseThrow(Acknowledgements::noSuchFile);
    }

    /**
     * Marks persons in the sheet, as entered by the task of the sheet; the last one completes it ({@link SheetCompleted}).
     *
     * @return whether everybody has acknowledged the act now
     */
    public boolean mark(UUID actId, Collection<UUID> personIds, Entry entry) {
        LocalAct act = lock(actId);
        Map<UUID, Acknowledgement> sheet = asItIsNow(actId);
        List<Acknowledgement> marked = personIds.stream()
                .map(personId -> Optional.ofNullable(sheet.get(personId)).orElseThrow(Acknowledgements::notNamed))
                .toList();
        Set<UUID> present = people.presentAmong(act.organisationId(), personIds);
        if (!present.containsAll(personIds)) {
            throw Refusal.wrongState(
                    "Кто-то из отмеченных больше не работает или не учится здесь: ознакомления от него "
                            + "не ждут. Откройте задачу заново.");
        }
        marked.forEach(line -> mark(act, line, entry));
        return completed(actId);
    }

    /**
     * A person acknowledges an act on the screen; the last one completes the sheet ({@link SheetCompleted}).
     *
     * @throws Refusal when the account's person is not named in the sheet
     */
    public void acknowledge(UUID actId, UUID accountId) {
        // Of another school or nowhere at all: nobody is told which.
        LocalAct act = acts.lock(actId).orElseThrow(Acknowledgements::notNamed);
        UUID personId = people.personOf(accountId, act.organisationId())
                .map(Person::id)
                .orElseThrow(Acknowledgements::notNamed);
        Acknowledgement line =
                Optional.ofNullable(asItIsNow(actId).get(personId)).orElseThrow(Acknowledgements::notNamed);
        if (line.marked()) {
            return;
        }
        if (act.state() != ActState.IN_FORCE) {
            throw Refusal.wrongState("Документ ещё не вступил в силу. Знакомиться с ним пока рано.");
        }
        mark(act, line, new Entry(Door.SCREEN, organisations.today(act.organisationId()), null, accountId));
        completed(actId);
    }

    private boolean completed(UUID actId) {
        lines.flush();
        boolean all = awaited(actId).isEmpty();
        if (all) {
            events.publishEvent(new SheetCompleted(actId));
        }
        return all;
    }

    private void mark(LocalAct act, Acknowledgement line, Entry entry) {
        if (!line.marked()) {
            UUID decision = decisions.record(
                    act.organisationId(),
                    AcknowledgementVerdict.ACKNOWLEDGED,
                    act.id(),
                    act.textId(),
                    null,
                    new Decider(line.personId(), null),
                    entry);
            line.mark(decision, entry.happenedOn());
        }
    }

    /** The sheet is marked under the lock of its act: of two last ones at the same moment one completes it. */
    private LocalAct lock(UUID actId) {
        return acts.lock(actId).orElseThrow(Acknowledgements::noSuchAct);
    }

    /** By person, read anew: the form may have read the sheet in this transaction before the lock. */
    private Map<UUID, Acknowledgement> asItIsNow(UUID actId) {
        lines.findByActId(actId).forEach(entityManager::detach);
        return lines.findByActId(actId).stream()
                .collect(Collectors.toMap(Acknowledgement::personId, Function.identity()));
    }

    private static Refusal noSuchAct() {
        return Refusal.notFound("Такого документа нет.");
    }

    private static Refusal noSuchFile() {
        return Refusal.notFound("Такого файла нет.");
    }

    private static Refusal notNamed() {
        return Refusal.notFound("В листе ознакомления с этим документом вас нет.");
    }
}
