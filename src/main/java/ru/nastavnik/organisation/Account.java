package ru.nastavnik.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A login. Its id is opaque and is all that the engine knows of a user. Only what has changed is written: a
 * password that is changed while the access is being closed must not open it again.
 */
@Entity
@DynamicUpdate
public class Account {

    @Id
    private UUID id;

    private @Nullable String login;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private boolean blocked;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "account_person", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "person_id")
    private Set<UUID> personIds = new HashSet<>();

    protected Account() {}

    Account(String login, String passwordHash, boolean mustChangePassword, UUID personId, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.login = login;
        this.passwordHash = passwordHash;
        this.mustChangePassword = mustChangePassword;
        this.createdAt = createdAt;
        this.personIds.add(personId);
    }

    public UUID id() {
        return id;
    }

    /** @return null when it has been erased with the last of its persons */
    public @Nullable String login() {
        return login;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public boolean blocked() {
        return blocked;
    }

    void changePassword(String newHash, boolean mustChangeAgain) {
        this.passwordHash = newHash;
        this.mustChangePassword = mustChangeAgain;
    }

    void block() {
        this.blocked = true;
    }

    void unblock() {
        this.blocked = false;
    }

    Set<UUID> personIds() {
        return personIds;
    }
}
