package ru.nastavnik.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role of an account in an organisation, with dates and the basis (an order) that gives it. */
@Entity
public class Power {

    /** SQL: the power «p» of the organisation «o» holds at the moment that is the one parameter, by the local date. */
    public static final String HOLDS_AT = "(cast(? as timestamptz) at time zone o.time_zone)::date"
            + " between p.valid_from and coalesce(p.valid_to, 'infinity'::date)";

    @Id
    private UUID id;

    private UUID accountId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean acting;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String basis;

    protected Power() {}

    Power(
            UUID accountId,
            UUID organisationId,
            Role role,
            boolean acting,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.organisationId = organisationId;
        this.role = role;
        this.acting = acting;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.basis = basis;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public Role role() {
        return role;
    }

    public boolean acting() {
        return acting;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** @return the last day on which the power holds; null when it has no end */
    public @Nullable LocalDate validTo() {
        return validTo;
    }

    public String basis() {
        return basis;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    void endOn(LocalDate day) {
        this.validTo = day;
    }
}
