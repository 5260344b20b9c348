package ru.nastavnik.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Side;

/**
 * What is agreed to; each kind is a document of its own (E2). Kinds are rows: what hangs on one and of whom it is asked
 * stands here and nowhere else.
 */
@Entity
@Immutable
public class ConsentKind {

    /** ТК РФ, ст. 351.8. The one kind that logic itself must know: who agrees to take a pair over has given it. */
    public static final String EXTRA_DUTIES = "EXTRA_DUTIES";

    /** What waits for a consent. */
    public enum Gate {
        BANK,
        /** Whoever stands in an order has entered the bank before. */
        PAIR_ORDER,
        PUBLICATION;

        boolean waitsFor(ConsentKind kind) {
            return kind.gates == this || (this == PAIR_ORDER && kind.gates == BANK);
        }
    }

    /** What a refusal or a withdrawal ends. */
    public enum Stops {
        PARTICIPATION,
        /** Only the work as a mentor. */
        MENTORING,
        NOTHING
    }

    /** Who gives a consent for somebody under 18. */
    private enum MinorGiver {
        SELF(Giver.SELF),
        REPRESENTATIVE(Giver.REPRESENTATIVE),
        BOTH(Giver.SELF, Giver.REPRESENTATIVE);

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
        private final List<Giver> givers;

        MinorGiver(Giver... givers) {
            this.givers = List.of(givers);
        }
    }

    @Id
    private String code;

    private int position;
    private String title;
    private String what;

    @Enumerated(EnumType.STRING)
    private Gate gates;

    @Enumerated(EnumType.STRING)
    private Stops stops;

    @Enumerated(EnumType.STRING)
    private @Nullable Side side;

    @Enumerated(EnumType.STRING)
    private Person.@Nullable Category category;

    @Enumerated(EnumType.STRING)
    private MinorGiver minorGiver;

    private @Nullable Integer validMonths;
    private @Nullable Integer eraseDays;

    @Column(name = "after_withdrawal")
    private String afterWithdrawal;

    protected ConsentKind() {}

    public String code() {
        return code;
    }

    int position() {
        return position;
    }

    /** @return «Обработка персональных данных» */
    public String title() {
        return title;
    }

    /** @return «обработка персональных данных»: to what, within a sentence */
    public String what() {
        return what;
    }

    public Stops stops() {
        return stops;
    }

    /** @return what the curator has to know after a withdrawal */
    public String afterWithdrawal() {
        return afterWithdrawal;
    }

    /** @return the last day on which the data must be erased after a withdrawal of that day; null when it need not be */
    public @Nullable LocalDate eraseBy(LocalDate withdrawnOn) {
        return eraseDays == null ? null : withdrawnOn.plusDays(eraseDays);
    }

    /** @return the last day of a consent that was given on that day; null when it holds until it is withdrawn */
    @Nullable
    LocalDate validUntil(LocalDate givenOn) {
        return validMonths == null ? null : givenOn.plusMonths(validMonths).minusDays(1);
    }

    /** @return who gives this consent for a person on this side; empty when it is not needed (E1–E3, E11) */
    List<Giver> givers(Side on, Person person, LocalDate day) {
        boolean needed = (side == null || side == on) && (category == null || category == person.category());
        if (!needed) {
            return List.of();
        }
        return person.minorOn(day) ? minorGiver.givers : List.of(Giver.SELF);
    }
}
