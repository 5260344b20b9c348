package ru.nastavnik.mentorship;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
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

    /** @return mentees in working pairs, and those whom the mentor has agreed to take over and has no order for yet */
    int of(UUID mentorId) {
        return pairs.countOf(mentorId, Mentorship.State.WORKING)
                + replacements.countOf(mentorId, Replacement.State.PLACE_TAKEN);
    }

    int max(UUID organisationId) {
        return organisations.policy(organisationId).maxMentees();
    }

    /**
     * The caller holds the mentors' rows: nobody counts at the same time.
     *
     * @param added how many mentees each mentor is to get
     */
    void requirePlaces(UUID organisationId, Map<UUID, Integer> added) {
        int max = max(organisationId);
        added.forEach((mentorId, mentees) -> {
            int load = of(mentorId);
            if (load + mentees > max) {
                throw Refusal.wrongState("Наставник " + people.shortName(mentorId) + ": сейчас " + load + " из " + max
                        + " наставляемых, ещё " + mentees + " — больше, чем можно. Выберите другого наставника.");
            }
        });
    }
}
