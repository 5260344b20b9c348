package ru.nastavnik.participants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** The two banks of a programme: who needs a mentor and with what, who can be one and in what (S2-2, S2-3). */
@Service
@Transactional
public class Participants {

    private static final Set<ParticipantState> BANK = Set.of(ParticipantState.IN_BANK, ParticipantState.SELECTED);

    private final ParticipantRepository participants;
    private final TopicRepository topics;
    private final People people;
    private final Organisations organisations;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    Participants(
            ParticipantRepository participants,
            TopicRepository topics,
            People people,
            Organisations organisations,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.participants = participants;
        this.topics = topics;
        this.people = people;
        this.organisations = organisations;
        this.decisions = decisions;
        this.events = events;
    }

    /** Names one person as {@link #enter(UUID, UUID, Collection, Side, List, Function, Entry)} does. */
    public UUID enter(
            UUID programmeId,
            UUID organisationId,
            UUID personId,
            Side side,
            List<String> topicCodes,
            Decider decider,
            Entry entry) {
        return enter(programmeId, organisationId, Set.of(personId), side, topicCodes, one -> decider, entry)
                .get(0);
    }

    /**
     * Names people as participants. Until the consents are given nothing but the name and the topics is kept (E1).
     * Whoever is named already gets the topics added.
     *
     * @param topicCodes what help is needed or can be given, at least one (E12)
     * @param decider    whose wish or proposal it is, by person
     * @param entry      through which door it came; the age is counted on its date (E11)
     * @return ids of the participants
     */
    public List<UUID> enter(
            UUID programmeId,
            UUID organisationId,
            Collection<UUID> personIds,
            Side side,
            List<String> topicCodes,
            Function<UUID, Decider> decider,
            Entry entry) {
        List<Person> named = people.persons(organisationId, personIds);
        named.forEach(person -> checkMayBeNamed(person, side, entry));
        Set<String> codes = new LinkedHashSet<>(topicCodes);
        if (codes.isEmpty()) {
            throw Refusal.invalid(
                    side == Side.MENTEE
                            ? "Укажите, в чём нужна помощь: хотя бы одну тему."
                            : "Укажите, в чём наставник может помочь: хотя бы одну тему.");
        }
        if (topics.findAllById(codes).size() < codes.size()) {
            throw Refusal.invalid("Такой темы в списке нет. Откройте задачу заново и выберите из списка.");
        }
        Map<UUID, Participant> before =
                participants.findByProgrammeIdAndSideAndPersonIdIn(programmeId, side, personIds).stream()
                        .collect(Collectors.toMap(Participant::personId, Function.identity()));
        List<Participant> entered = named.stream()
                .map(person -> before.containsKey(person.id())
                        ? before.get(person.id())
                        : new Participant(organisationId, person.id(), programmeId, side))
                .toList();
        entered.forEach(participant -> {
            participant.apply();
            participant.add(codes);
        });
        participants.saveAllAndFlush(entered);
        entered.forEach(participant -> decisions.record(
                organisationId,
                ParticipantVerdict.APPLIED,
                participant.id(),
                null,
                null,
                decider.apply(participant.personId()),
                entry));
        return entered.stream().map(Participant::id).toList();
    }

    private void checkMayBeNamed(Person person, Side side, Entry entry) {
        if (person.dismissedBy(organisations.today(person.organisationId()))) {
            throw left(person);
        }
        if (side == Side.MENTEE) {
            checkAge(
                    person,
                    () -> people.shortName(person.id()),
                    entry.happenedOn(),
                    organisations.policy(person.organisationId()).minMenteeAge());
        }
    }

    private Refusal left(Person person) {
        return Refusal.invalid(
                people.shortName(person.id()) + " больше не работает или не учится здесь. Уберите из списка.");
    }

    /**
     * Names somebody who comes later than the rest, whatever has been gathered before.
     *
     * @return whether the consents are asked for now; false when the person is in the bank already
     */
    public boolean enterNewcomer(
            UUID programmeId,
            UUID organisationId,
            UUID personId,
            Side side,
            List<String> topicCodes,
            Decider decider,
            Entry entry) {
        Participant participant = get(enter(programmeId, organisationId, personId, side, topicCodes, decider, entry));
        if (participant.state() != ParticipantState.APPLIED) {
            return false;
        }
        askAnew(participant);
        return true;
    }

    /** E11 (S4-2.3.a): a pupil's birth date must be known, of others nothing is asked. */
    static void checkAge(Person person, Supplier<String> name, LocalDate day, int minAge) {
        Integer age = person.ageOn(day);
        if (age == null && person.category() == Person.Category.PUPIL) {
            throw Refusal.invalid(name.get() + ": неизвестна дата рождения. Внесите ученика с датой рождения на "
                    + "странице «Сотрудники и доступ».");
        }
        if (age != null && age < minAge) {
            throw Refusal.invalid(name.get() + ": наставляемому ещё нет " + minAge
                    + " лет. По положению наставничество устанавливается с этого возраста.");
        }
    }

    @Transactional(readOnly = true)
    public Participant get(UUID participantId) {
        return participants.findById(participantId).orElseThrow(() -> Refusal.notFound("Такого участника нет."));
    }

    @Transactional(readOnly = true)
    public Optional<Participant> find(UUID programmeId, UUID personId, Side side) {
        return participants.findByProgrammeIdAndPersonIdAndSide(programmeId, personId, side);
    }

    /** @return who is named on this side, has refused or left the way, and is still at the school */
    @Transactional(readOnly = true)
    public List<Participant> of(UUID programmeId, Side side) {
        return present(participants.findByProgrammeIdAndSide(programmeId, side));
    }

    /** Whoever has left the school is offered, counted and waited for no more; what they were stays on record. */
    private List<Participant> present(Collection<Participant> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        Set<UUID> present = people.presentAmong(
                named.iterator().next().organisationId(),
                named.stream().map(Participant::personId).toList());
        return named.stream().filter(one -> present.contains(one.personId())).toList();
    }

    /** @return this person on this side of every programme */
    @Transactional(readOnly = true)
    public List<Participant> ofPerson(UUID personId, Side side) {
        return participants.findByPersonIdAndSide(personId, side);
    }

    /** @return who is in the bank, chosen or not */
    @Transactional(readOnly = true)
    public List<Participant> bank(UUID programmeId, Side side) {
        return present(participants.findByProgrammeIdAndSideAndStateIn(programmeId, side, BANK));
    }

    /** @return who is named but has not answered yet */
    @Transactional(readOnly = true)
    public List<Participant> applied(UUID programmeId, Side side) {
        return present(
                participants.findByProgrammeIdAndSideAndStateIn(programmeId, side, Set.of(ParticipantState.APPLIED)));
    }

    /** @return whether everybody named on this side has answered and somebody is in the bank (S2-2.2, S2-3.2) */
    @Transactional(readOnly = true)
    public boolean bankFormed(UUID programmeId, Side side) {
        return applied(programmeId, side).isEmpty() && !bank(programmeId, side).isEmpty();
    }

    /**
     * They enter the bank. Whoever calls knows that the consents to processing and to participation are given (E1, E3).
     *
     * @return whether anybody has entered it just now as a mentee
     */
    public boolean enterBank(Collection<Participant> ready) {
        boolean mentee = false;
        for (Participant participant : present(ready)) {
            boolean entered = participant.enterBank(organisations.today(participant.organisationId()));
            mentee = mentee || (entered && participant.side() == Side.MENTEE);
        }
        participants.flush();
        return mentee;
    }

    /**
     * Ends the way of a person who refused a consent, and forgets their topics (E1); whoever is in the bank already stays
     * there.
     */
    public void refuse(UUID programmeId, UUID personId) {
        named(programmeId, Set.of(personId)).forEach(Participant::refuse);
        participants.flush();
    }

    /** The person takes part in these programmes no more, on either side: the consent to it has been withdrawn. */
    public void leave(UUID personId, Collection<UUID> programmeIds) {
        participants.findByPersonIdAndProgrammeIdIn(personId, programmeIds).forEach(Participant::leave);
        participants.flush();
    }

    /** Asks somebody who is named for the consents that are needed, whatever has been asked before. */
    public void askAnew(Participant named) {
        events.publishEvent(new NewcomerNamed(named.organisationId(), named.programmeId(), named.side()));
    }

    /** Chooses somebody from the bank (S2-4.1). */
    public void select(UUID participantId) {
        Participant chosen = get(participantId);
        if (present(List.of(chosen)).isEmpty()) {
            throw left(people.person(chosen.organisationId(), chosen.personId()));
        }
        chosen.select();
    }

    /** The mentee has given up the search for a mentor (E24: only by their own word). */
    public void endSearch(UUID participantId) {
        get(participantId).endSearch();
    }

    @Transactional(readOnly = true)
    public List<Topic> topics() {
        return topics.findAllByOrderByPosition();
    }

    @Transactional(readOnly = true)
    public List<Topic> topicsOf(UUID participantId) {
        return topics.findByCodeInOrderByPosition(get(participantId).topicCodes());
    }

    /** @return the topics of each of these participants, read together */
    @Transactional(readOnly = true)
    public Map<UUID, List<Topic>> topicsOf(Collection<Participant> named) {
        List<Topic> all = topics.findAllByOrderByPosition();
        return named.stream()
                .collect(Collectors.toMap(
                        Participant::id,
                        participant -> all.stream()
                                .filter(topic -> participant.topicCodes().contains(topic.code()))
                                .toList()));
    }

    /** @return these people on each side of the programme on which they are named */
    @Transactional(readOnly = true)
    public List<Participant> named(UUID programmeId, Collection<UUID> personIds) {
        return participants.findByProgrammeIdAndPersonIdIn(programmeId, personIds);
    }
}
