package ru.nastavnik.roadmap;

import java.util.Arrays;
import java.util.List;

/** What shows that a row is done, and which kind shows it of which row (E26). */
public enum EvidenceKind {
    /** A file kept here. */
    FILE("файл"),
    /** An address in the Internet. */
    LINK("ссылка"),
    /** A place in the school's files: «дело №, лист». */
    REFERENCE("запись в деле"),
    /** Marks of who took part, with the place where their sheet lies. */
    ATTENDANCE("отметки участников"),
    /** What the system itself has recorded: an act in force, a bank, pairs. */
    SYSTEM("запись в системе");

    private final String title;

    EvidenceKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * The policy of E26, all of it. A row is shown to be done by the kind that it names, and by what the system itself
     * has recorded. A row that names a place in the files takes the paper itself too, as a file or by its address. On
     * paper counts what the system would have recorded, and a document that was there before: it is cited, not made again.
     *
     * @param proof   what somebody shows
     * @param existed whether the document was there before
     * @return whether that shows that a row of this kind is done
     */
    boolean shownBy(EvidenceKind proof, boolean existed) {
        return switch (this) {
            case FILE -> proof == FILE || proof == SYSTEM || (proof == REFERENCE && existed);
            case REFERENCE -> proof != ATTENDANCE;
            case SYSTEM -> proof == SYSTEM || proof == REFERENCE;
            case LINK, ATTENDANCE -> proof == this || proof == SYSTEM;
        };
    }

    /** @return what a row of this kind asks for when somebody carries it out by hand: of a list of people, where it lies */
    EvidenceKind byHand() {
        return this == SYSTEM || this == ATTENDANCE ? REFERENCE : this;
    }

    /** @return what somebody may enter for a row of this kind, in the order of the form */
    List<EvidenceKind> entered(boolean existed) {
        return Arrays.stream(values())
                .filter(kind -> kind != SYSTEM && kind != ATTENDANCE)
                .filter(kind -> shownBy(kind, existed))
                .toList();
    }
}
