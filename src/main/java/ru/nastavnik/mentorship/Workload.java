package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;

/** How many mentees a mentor has, and how many more are allowed (S4-2.6, E7). */
@Component
class Workload {

    private final MentorshipRepository pairs;
    private final ReplacementRepository replacements;
    private final Organisations organisations;
    private final People people;

    Workload(
            MentorshipRepository pairs,
            ReplacementRepository replacements,
            Organisations organisations,
            People people) {
        this.pairs = pairs;
        this.replacements = replacements;
        this.organisations = organisations;
        this.people = people;
    }

    /**
     * What a mentor does now or has already agreed to.
     *
     * @param pairs  periods of the pairs, also of those whose mentor is to be replaced and who has no order for yet
     * @param groups how many groups; they are counted apart
     */
    record Load(List<PairPeriod> pairs, int groups) {

        private static final Load NONE = new Load(List.of(), 0);

        /** @return «1 из 2», «1 из 2, групп: 1» */
        String label(int max) {
            return pairs.size() + " из " + max + (groups == 0 ? "" : ", групп: " + groups);
        }
    }

    Load of(UUID organisationId, UUID mentorId) {
        return Known.in(of(organisationId, List.of(mentorId)), mentorId);
    }

    /** @return the load of each of these mentors */
    Map<UUID, Load> of(UUID organisationId, Collection<UUID> mentorIds) {
        if (mentorIds.isEmpty()) {
            return Map.of();
        }
        LocalDate today = organisations.today(organisationId);
        Map<UUID, List<PairPeriod>> pairs = new HashMap<>();
        Map<UUID, Integer> groups = new HashMap<>();
        this.pairs.mentoring(mentorIds, Mentorship.State.WORKING).forEach(mentoring -> {
            if (mentoring.mentorship().kind() == PairKind.GROUP) {
                groups.merge(mentoring.personId(), 1, Integer::sum);
            } else {
                add(pairs, mentoring.personId(), mentoring.mentorship().openPeriod(mentoring.from(), today));
            }
        });
        replacements.takenOver(mentorIds, Replacement.State.PLACE_TAKEN).forEach(taken -> {
            if (taken.pair().kind() == PairKind.GROUP) {
                groups.merge(taken.newMentorId(), 1, Integer::sum);
            } else {
                add(pairs, taken.newMentorId(), taken.pair().openPeriod(today, today));
            }
        });
        return mentorIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Load(pairs.getOrDefault(id, List.of()), groups.getOrDefault(id, 0))));
    }

    private static void add(Map<UUID, List<PairPeriod>> pairs, UUID mentorId, PairPeriod period) {
        pairs.computeIfAbsent(mentorId, id -> new ArrayList<>()).add(period);
    }

    int max(UUID organisationId) {
        return organisations.policy(organisationId).maxMentees();
    }

    /**
     * The limit holds on every day: pairs that follow one another do not add up. The caller holds the mentors' rows:
     * nobody counts at the same time.
     *
     * @param added the periods of the pairs that each mentor is to get
     */
    void requirePlaces(UUID organisationId, Map<UUID, List<PairPeriod>> added) {
        int max = max(organisationId);
        Map<UUID, Load> loads = of(organisationId, added.keySet());
        added.forEach((mentorId, periods) -> {
            List<PairPeriod> now = Known.in(loads, mentorId).pairs();
            List<PairPeriod> then =
                    Stream.concat(now.stream(), periods.stream()).toList();
            if (most(periods, then) > max) {
                throw Refusal.wrongState("Наставник " + people.shortName(mentorId) + ": сейчас " + most(periods, now)
                        + " из " + max + " наставляемых, ещё " + periods.size()
                        + " — больше, чем можно. Выберите другого наставника.");
            }
        });
    }

    /** @return whether the mentor may do this too; a group takes no place */
    boolean hasPlace(Mentorship pair) {
        LocalDate today = organisations.today(pair.organisationId());
        List<PairPeriod> added = List.of(pair.openPeriod(today, today));
        List<PairPeriod> then = Stream.concat(
                        of(pair.organisationId(), pair.mentorId()).pairs().stream(), added.stream())
                .toList();
        return pair.kind() == PairKind.GROUP || most(added, then) <= max(pair.organisationId());
    }

    private static int most(List<PairPeriod> within, List<PairPeriod> all) {
        return within.stream().mapToInt(period -> period.mostAtOnce(all)).max().orElse(0);
    }
}
