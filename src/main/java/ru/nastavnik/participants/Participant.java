package ru.nastavnik.participants;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/** A person on one side of one programme. */
@Entity
public class Participant {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private UUID personId;
    private UUID programmeId;

    @Enumerated(EnumType.STRING)
    private Side side;

    @Enumerated(EnumType.STRING)
    private ParticipantState state;

    private @Nullable LocalDate enteredOn;

    @ElementCollection
    @CollectionTable(name = "participant_topic", joinColumns = @JoinColumn(name = "participant_id"))
    @Column(name = "topic_code")
    @BatchSize(size = 100)
    private Set<String> topicCodes = new HashSet<>();

    protected Participant() {}

    Participant(UUID organisationId, UUID personId, UUID programmeId, Side side) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.personId = personId;
        this.programmeId = programmeId;
        this.side = side;
        this.state = ParticipantState.APPLIED;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID personId() {
        return personId;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public Side side() {
        return side;
    }

    public ParticipantState state() {
        return state;
    }

    Set<String> topicCodes() {
        return topicCodes;
    }

    void add(Collection<String> codes) {
        topicCodes.addAll(codes);
    }

    /** Whoever refused, left or ended the search may come again; whoever is on the way stays where they are. */
    void apply() {
        switch (state) {
            case REFUSED, SEARCH_ENDED, LEFT -> state = ParticipantState.APPLIED;
            default -> {}
        }
    }

    void leave() {
        state = ParticipantState.LEFT;
        topicCodes.clear();
    }

    /** @return whether that has happened just now */
    boolean enterBank(LocalDate day) {
        if (state != ParticipantState.APPLIED) {
            return false;
        }
        state = ParticipantState.IN_BANK;
        enteredOn = day;
        return true;
    }

    void refuse() {
        if (state == ParticipantState.APPLIED) {
            state = ParticipantState.REFUSED;
            topicCodes.clear();
        }
    }

    void select() {
        if (state == ParticipantState.IN_BANK) {
            state = ParticipantState.SELECTED;
        } else if (state != ParticipantState.SELECTED) {
            throw Refusal.wrongState("Выбрать можно только того, кто включён в банк. Сначала получите его согласия.");
        }
    }

    void endSearch() {
        if (state == ParticipantState.IN_BANK || state == ParticipantState.SELECTED) {
            state = ParticipantState.SEARCH_ENDED;
        } else if (state != ParticipantState.SEARCH_ENDED) {
            throw Refusal.wrongState("Завершить поиск можно только для того, кто включён в банк.");
        }
    }
}
