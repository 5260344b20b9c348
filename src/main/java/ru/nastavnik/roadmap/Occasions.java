package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.Refusal;

/** Trainings of mentors and final events that have been held. */
@Service
@Transactional
public class Occasions {

    private final OccasionRepository occasions;
    private final Roadmap roadmap;
    private final Organisations organisations;

    Occasions(OccasionRepository occasions, Roadmap roadmap, Organisations organisations) {
        this.occasions = occasions;
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /**
     * Records an occasion: the marks of who took part are the evidence of its rows. The same occasion
     * entered twice is kept once.
     *
     * @param outcome   what the programme has reached with it
     * @param subject   what it was about; null when not said
     * @param reference where its sheet lies («дело №, лист»), or an address
     * @param practices best practices; null when none
     * @param attendees persons who took part, at least one
     * @param by        account that enters it
     * @throws Refusal when it has not taken place yet, nobody took part, nothing says where its sheet lies, or
     *     the programme has ended
     */
    public void held(
            UUID programmeId,
            Outcome outcome,
            OccasionKind kind,
            @Nullable String subject,
            LocalDate heldOn,
            @Nullable String reference,
            @Nullable String practices,
            Collection<UUID> attendees,
            UUID by) {
        Programme programme = roadmap.programme(programmeId);
        programme.demandNotEnded();
        programme.preparation(organisations.today(programme.organisationId())).require("Дата проведения", heldOn);
        if (attendees.isEmpty()) {
            throw Refusal.invalid("Отметьте, кто участвовал.");
        }
        Proof proof = new Proof(EvidenceKind.ATTENDANCE, reference, null, null, heldOn, by);
        String sheet = Objects.requireNonNull(proof.reference(), "Where the sheet lies is demanded");
        boolean known = occasions.findByProgrammeIdOrderByHeldOn(programmeId).stream()
                .anyMatch(occasion -> occasion.kind() == kind
                        && occasion.heldOn().equals(heldOn)
                        && occasion.reference().equals(sheet));
        if (!known) {
            occasions.saveAndFlush(new Occasion(programmeId, kind, subject, heldOn, sheet, practices, attendees));
        }
        roadmap.reach(programmeId, outcome, proof);
    }

    /** @return what has been held, oldest first */
    @Transactional(readOnly = true)
    public List<Occasion> of(UUID programmeId) {
        return occasions.findByProgrammeIdOrderByHeldOn(programmeId);
    }
}
