package ru.nastavnik.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the organisation's own Regulation sets; the defaults are those of the model Regulation (S4-2.3.a, 2.6, 2.7). */
@Entity
public class OrganisationPolicy {

    @Id
    private UUID organisationId;

    private int maxMentees = 2;
    private int maxPairMonths = 12;
    private int minMenteeAge = 10;
    private boolean consentOnScreen;
    private @Nullable String consentOnScreenBasis;

    protected OrganisationPolicy() {}

    public OrganisationPolicy(UUID organisationId) {
        this.organisationId = organisationId;
    }

    /** @return how many individual mentees one mentor may have at a time */
    public int maxMentees() {
        return maxMentees;
    }

    /** @return how many months a pair may last at most */
    public int maxPairMonths() {
        return maxPairMonths;
    }

    /** @return the least age of a mentee in full years */
    public int minMenteeAge() {
        return minMenteeAge;
    }

    /** @return whether a mark on the screen counts as a consent here (an agreed simple electronic signature) */
    public boolean consentOnScreen() {
        return consentOnScreen;
    }

    /** @return the agreement by which it counts; null when it does not */
    public @Nullable String consentOnScreenBasis() {
        return consentOnScreenBasis;
    }

    void takeConsentOnScreen(String basis) {
        consentOnScreen = true;
        consentOnScreenBasis = basis;
    }

    void takeConsentOnPaperOnly() {
        consentOnScreen = false;
        consentOnScreenBasis = null;
    }
}
