package ru.nastavnik.mentorship;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.ConsentState;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.mentorship.Mentorship.State;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Side;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.OutcomeProgress;

/** Counts what has been done on the way from the first consent to the last pair. */
@Component
@Transactional(readOnly = true)
class ProgressOfPairs implements OutcomeProgress {

    private final Consents consents;
    private final MentorshipRepository pairs;
    private final UnmatchedSupports supports;

    ProgressOfPairs(Consents consents, MentorshipRepository pairs, UnmatchedSupports supports) {
        this.consents = consents;
        this.pairs = pairs;
        this.supports = supports;
    }

    @Override
    public Map<Outcome, Progress> of(UUID programmeId, Set<Outcome> awaited, Set<Role> roles) {
        Map<Outcome, Progress> begun = new EnumMap<>(Outcome.class);
        awaited.forEach(outcome -> sentence(programmeId, outcome)
                .ifPresent(said -> begun.put(outcome, new Progress(said, page(outcome, roles)))));
        return begun;
    }

    private Optional<String> sentence(UUID programmeId, Outcome outcome) {
        return switch (outcome) {
            case MENTEE_BANK_FORMED -> consents(programmeId, Side.MENTEE);
            case MENTOR_BANK_FORMED -> consents(programmeId, Side.MENTOR);
            case PAIRS_IN_ORDER -> forming(programmeId);
            case PERSONAL_PROGRAMMES_APPROVED -> {
                long working = count(programmeId, State.WORKING);
                long approved = working - pairs.countWithoutProgramme(programmeId, State.WORKING);
                yield begun(approved, "утверждено " + approved + " из " + working);
            }
            case PAIR_WORK_COMPLETED -> {
                long ended = count(programmeId, State.ENDED);
                long all = ended + count(programmeId, State.WORKING);
                yield begun(all, "завершили работу " + ended + " из " + all);
            }
            case UNMATCHED_SUPPORTED -> {
                int open = supports.openOnes(programmeId).size();
                yield begun(open, "без наставника, с поддержкой: " + open);
            }
            default -> Optional.empty();
        };
    }

    private Optional<String> consents(UUID programmeId, Side side) {
        long given = consents.count(programmeId, side, ConsentState.GIVEN);
        long awaited = consents.count(programmeId, side, ConsentState.AWAITED);
        return begun(given, "согласий получено " + given + " из " + (given + awaited));
    }

    private Optional<String> forming(UUID programmeId) {
        List<Mentorship> inList = pairs.findByProgrammeIdAndStateIn(programmeId, State.IN_LIST);
        long approved =
                inList.stream().filter(pair -> pair.state() == State.APPROVED).count();
        return begun(inList.size(), "подобрано пар: " + inList.size() + ", утверждено: " + approved);
    }

    private static Optional<String> begun(long done, String sentence) {
        return done == 0 ? Optional.empty() : Optional.of(sentence);
    }

    private long count(UUID programmeId, Set<State> states) {
        return pairs.countByProgrammeIdAndStateIn(programmeId, states);
    }

    private static @Nullable String page(Outcome outcome, Set<Role> roles) {
        return switch (outcome) {
            case MENTEE_BANK_FORMED, MENTOR_BANK_FORMED ->
                roles.contains(Role.CURATOR) || roles.contains(Role.DIRECTOR) ? "/consents" : null;
            default -> "/pairs";
        };
    }
}
