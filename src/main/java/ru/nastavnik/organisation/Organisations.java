package ru.nastavnik.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Decisions;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.SchoolClock;

/** Schools and the others that this installation serves. */
@Service
@Transactional
public class Organisations {

    /** A new organisation has been registered. */
    public record OrganisationRegistered(UUID organisationId) {}

    private static final int MAX_BASIS = 300;

    private final OrganisationRepository organisations;
    private final PolicyRepository policies;
    private final Decisions decisions;
    private final SchoolClock clock;
    private final ApplicationEventPublisher events;

    Organisations(
            OrganisationRepository organisations,
            PolicyRepository policies,
            Decisions decisions,
            SchoolClock clock,
            ApplicationEventPublisher events) {
        this.organisations = organisations;
        this.policies = policies;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    public UUID register(Organisation organisation) {
        organisations.saveAndFlush(organisation);
        policies.saveAndFlush(new OrganisationPolicy(organisation.id()));
        events.publishEvent(new OrganisationRegistered(organisation.id()));
        return organisation.id();
    }

    @Transactional(readOnly = true)
    public Organisation get(UUID id) {
        return organisations.findById(id).orElseThrow(() -> Refusal.notFound("Такого учреждения нет."));
    }

    /** @return by name */
    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return organisations.findAll().stream()
                .sorted(RussianText.by(Organisation::shortName))
                .toList();
    }

    @Transactional(readOnly = true)
    public OrganisationPolicy policy(UUID id) {
        return policies.findById(id).orElseThrow();
    }

    /**
     * Lets a mark on the screen count as a signature under a consent (E2).
     *
     * @param basis the agreement on a simple electronic signature: without one a mark is no written consent
     */
    public void takeConsentOnScreen(UUID id, @Nullable String basis, Decider decider, Entry entry) {
        String agreement = basis == null ? "" : basis.strip();
        if (agreement.isEmpty() || agreement.length() > MAX_BASIS) {
            throw Refusal.invalid("Назовите соглашение о простой электронной подписи: номер и дату (до " + MAX_BASIS
                    + " знаков). Без него отметка на экране – не письменное согласие.");
        }
        policy(id).takeConsentOnScreen(agreement);
        decisions.record(id, PolicyVerdict.CONSENT_ON_SCREEN, id, null, agreement, decider, entry);
    }

    /** From now on consents are given on paper only; those that have been given stay. */
    public void takeConsentOnPaperOnly(UUID id, Decider decider, Entry entry) {
        policy(id).takeConsentOnPaperOnly();
        decisions.record(id, PolicyVerdict.CONSENT_ON_PAPER, id, null, null, decider, entry);
    }

    /** @return the date that people of this organisation had at that moment */
    @Transactional(readOnly = true)
    public LocalDate dayOf(UUID id, Instant moment) {
        return LocalDate.ofInstant(moment, get(id).zone());
    }

    /** @return the date that people of this organisation have now */
    @Transactional(readOnly = true)
    public LocalDate today(UUID id) {
        return clock.today(get(id).zone());
    }
}
