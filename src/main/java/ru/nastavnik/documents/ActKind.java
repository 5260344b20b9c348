package ru.nastavnik.documents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;

/** What kind of local act it is: who makes it and how it comes into force. Data; the code names only what it needs. */
@Entity
public class ActKind {

    public static final String PAIR_ORDER = "PAIR_ORDER";
    public static final String REPLACEMENT_ORDER = "REPLACEMENT_ORDER";
    public static final String FINAL_EVENT_ORDER = "FINAL_EVENT_ORDER";
    /** Anything else: such an act is called by its own title. */
    public static final String OTHER = "OTHER";

    /** The body that a drafter may call in though the kind does not demand it. */
    public static final String COUNCIL = "Педагогический совет";

    @Id
    private String code;

    private @Nullable UUID organisationId;
    private String title;

    @ManyToOne(optional = false)
    @JoinColumn(name = "journal")
    private ActJournal journal;

    @Enumerated(EnumType.STRING)
    private Role drafterRole;

    @Enumerated(EnumType.STRING)
    private Role approverRole;

    private @Nullable String outcome;
    private boolean founding;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "act_kind_body", joinColumns = @JoinColumn(name = "kind"))
    @OrderColumn(name = "position")
    @Column(name = "body")
    private List<String> agreement = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "act_kind_reader", joinColumns = @JoinColumn(name = "kind"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> readers = new LinkedHashSet<>();

    protected ActKind() {}

    ActKind(String code, UUID organisationId, NewActKind kind, ActJournal journal) {
        this.code = code;
        this.organisationId = organisationId;
        this.title = kind.title();
        this.journal = journal;
        this.drafterRole = kind.drafter();
        this.approverRole = kind.approver();
        this.founding = true;
        this.agreement.addAll(kind.agreement());
        this.readers.addAll(kind.readers());
    }

    public String code() {
        return code;
    }

    public boolean is(String otherCode) {
        return code.equals(otherCode);
    }

    public String title() {
        return title;
    }

    ActJournal journal() {
        return journal;
    }

    public Role drafterRole() {
        return drafterRole;
    }

    public Role approverRole() {
        return approverRole;
    }

    /** @return what of the roadmap an act of this kind is evidence for; null when nothing */
    public @Nullable String outcome() {
        return outcome;
    }

    /** @return whether a programme may rest on it, so that its curator can be asked for it at the beginning */
    boolean founding() {
        return founding;
    }

    /** @return who must agree before it is approved, in this order */
    public List<String> agreement() {
        return List.copyOf(agreement);
    }

    /** @return who is acquainted with it unless the clerk names others */
    public Set<Role> readers() {
        return Set.copyOf(readers);
    }

    /** @return whether a school has added it */
    boolean own() {
        return organisationId != null;
    }

    /** @return whether the organisation may have acts of this kind: everybody's, or its own */
    boolean of(UUID organisation) {
        return organisationId == null || organisationId.equals(organisation);
    }
}
