package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.SchoolClock;

/** Schools and the others that this installation serves. */
@Service
@Transactional
public class Organisations {

  /** A new organisation has been registered. */
  public record OrganisationRegistered(UUID organisationId) {}

  private final OrganisationRepository organisations;
  private final PolicyRepository policies;
  private final SchoolClock clock;
  private final ApplicationEventPublisher events;

  Organisations(OrganisationRepository organisations, PolicyRepository policies, SchoolClock clock,
      ApplicationEventPublisher events) {
    this.organisations = organisations;
    this.policies = policies;
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

  @Transactional(readOnly = true)
  public List<Organisation> all() {
    return organisations.findAll();
  }

  @Transactional(readOnly = true)
  public OrganisationPolicy policy(UUID id) {
    return policies.findById(id).orElseThrow();
  }

  /** @return the date that people of this organisation have now */
  @Transactional(readOnly = true)
  public LocalDate today(UUID id) {
    return clock.today(get(id).zone());
  }
}
