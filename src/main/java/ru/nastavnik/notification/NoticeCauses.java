package ru.nastavnik.notification;

/** Whether that is still so of which people have been told. Implemented where the things are known. */
public interface NoticeCauses {

    /** @return false when what the notice asks for has been done, or is no matter of this person any more */
    boolean stands(Notice notice);
}
