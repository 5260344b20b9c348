package ru.nastavnik.roadmap;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.shared.Refusal;

/**
 * What shows that a row is done (E26).
 *
 * @param kind       what kind of evidence it is
 * @param reference  «дело №, лист», an address, the title of an act; demanded of LINK, REFERENCE and ATTENDANCE
 * @param fileId     the file; demanded of FILE, null otherwise
 * @param actId      the local act, when it is one
 * @param happenedOn the day on which the thing was done, not that of the entry
 * @param recordedBy account that enters it; null when the system itself does
 */
@Embeddable
public record Proof(
        @Enumerated(EnumType.STRING) EvidenceKind kind,
        @Nullable String reference,
        @Nullable UUID fileId,
        @Nullable UUID actId,
        LocalDate happenedOn,
        @Nullable UUID recordedBy) {

    /** @throws Refusal when the evidence is named but not there */
    public Proof {
        reference = reference == null || reference.isBlank() ? null : reference.strip();
        switch (kind) {
            case FILE -> {
                if (fileId == null) {
                    throw Refusal.invalid("Приложите файл: без подтверждения мероприятие не отмечается.");
                }
            }
            case LINK -> {
                if (reference == null || !reference.matches("(?i)https?://\\S+")) {
                    throw Refusal.invalid("Скопируйте ссылку из адресной строки браузера: она начинается"
                            + " с https:// или http://.");
                }
            }
            case REFERENCE, ATTENDANCE -> {
                if (reference == null) {
                    throw Refusal.invalid("Укажите, где лежит подтверждение: номер дела и лист.");
                }
            }
            case SYSTEM -> {}
        }
        if (happenedOn == null) {
            throw Refusal.invalid("Укажите, когда это сделано.");
        }
    }

    /** @return whether both name the same thing, whoever has entered it and whenever */
    boolean saysTheSameAs(Proof other) {
        return kind == other.kind
                && Objects.equals(reference, other.reference)
                && Objects.equals(fileId, other.fileId)
                && Objects.equals(actId, other.actId);
    }

    /** What the system itself has recorded on that day. */
    public static Proof bySystem(String reference, LocalDate happenedOn) {
        return new Proof(EvidenceKind.SYSTEM, reference, null, null, happenedOn, null);
    }
}
