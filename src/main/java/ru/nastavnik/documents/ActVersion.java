package ru.nastavnik.documents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.files.Sha256;
import ru.nastavnik.shared.files.StoredFileInfo;

/** What an act said when it was drafted or mended. Never changed, neither here nor in the database. */
@Entity
public class ActVersion {

    @Id
    private UUID id;

    private UUID actId;
    private int number;
    private String title;
    private String body;
    private String sha256;
    private @Nullable UUID author;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "act_annex", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "position")
    private List<Annex> annexes = new ArrayList<>();

    protected ActVersion() {}

    ActVersion(
            UUID actId,
            int number,
            String title,
            String body,
            List<StoredFileInfo> files,
            @Nullable UUID author,
            Instant createdAt) {
        this.id = UUID.randomUUID();
        this.actId = actId;
        this.number = number;
        this.title = title;
        this.body = body;
        this.sha256 = hash(title, body, files);
        this.author = author;
        this.createdAt = createdAt;
        files.forEach(file -> annexes.add(new Annex(file.name(), file.id())));
    }

    static String hash(String title, String body, List<StoredFileInfo> files) {
        StringBuilder text = new StringBuilder(title).append('\n').append(body);
        files.forEach(file -> text.append('\n').append(file.sha256()));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public UUID id() {
        return id;
    }

    /** @return 1 for the first draft */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    String sha256() {
        return sha256;
    }

    /** @return account of whoever wrote it; null when the application did */
    public @Nullable UUID author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<Annex> annexes() {
        return List.copyOf(annexes);
    }
}
