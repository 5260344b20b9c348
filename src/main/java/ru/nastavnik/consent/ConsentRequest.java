package ru.nastavnik.consent;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A consent that stands in a collection: it is asked together with the others there. */
@Entity
@Immutable
class ConsentRequest {

    @Embeddable
    record Key(UUID collectionId, UUID consentId) implements Serializable {}

    @EmbeddedId
    private Key key;

    protected ConsentRequest() {}

    ConsentRequest(UUID collectionId, UUID consentId) {
        this.key = new Key(collectionId, consentId);
    }
}
