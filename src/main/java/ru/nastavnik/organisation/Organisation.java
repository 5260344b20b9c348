package ru.nastavnik.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A school, a municipality, or the operator of this installation. Its id is the engine's tenant id. */
@Entity
public class Organisation {

    /** What kind of organisation it is. */
    public enum Kind {
        SCHOOL,
        MUNICIPALITY,
        OPERATOR
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String fullName;
    private String shortName;
    private @Nullable String locality;
    private String timeZone;
    private @Nullable UUID parentId;

    protected Organisation() {}

    public Organisation(
            Kind kind,
            String fullName,
            String shortName,
            @Nullable String locality,
            ZoneId timeZone,
            @Nullable UUID parentId) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.fullName = fullName;
        this.shortName = shortName;
        this.locality = locality;
        this.timeZone = timeZone.getId();
        this.parentId = parentId;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String fullName() {
        return fullName;
    }

    public String shortName() {
        return shortName;
    }

    public @Nullable String locality() {
        return locality;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
