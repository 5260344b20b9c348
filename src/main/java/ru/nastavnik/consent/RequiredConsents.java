package ru.nastavnik.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.participants.Side;

/** Which consents are needed of whom, and who gives them: asked here by everybody who asks, checks or shows (E1–E4). */
@Component
class RequiredConsents {

    /** One consent that is needed. */
    record Required(ConsentKind kind, Giver giver) {

        boolean is(Consent consent) {
            return consent.kind().code().equals(kind.code()) && consent.giver() == giver;
        }
    }

    private final ConsentKindRepository kinds;

    RequiredConsents(ConsentKindRepository kinds) {
        this.kinds = kinds;
    }

    /** The kinds in their order, read once for a whole list of people. */
    List<ConsentKind> kinds(Predicate<ConsentKind> which) {
        return kinds.findAllByOrderByPosition().stream().filter(which).toList();
    }

    static List<Required> of(List<ConsentKind> kinds, Side side, Person person, LocalDate day) {
        return kinds.stream()
                .flatMap(kind -> kind.givers(side, person, day).stream().map(giver -> new Required(kind, giver)))
                .toList();
    }
}
