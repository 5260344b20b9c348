package ru.nastavnik.documents;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.Written;

/** Numbers of a journal, one series for each year; they are given under the lock of their series. */
@Component
class ActNumbers {

    private static final Pattern PARTS = Pattern.compile("(\\D*)(\\d{1,9})(.*)");

    private final LocalActRepository acts;
    private final EntityManager entityManager;

    ActNumbers(LocalActRepository acts, EntityManager entityManager) {
        this.acts = acts;
        this.entityManager = entityManager;
    }

    /** @return what follows the highest number of the series: «102-ОД» after «101-ОД»; the first one of the journal when
     *     there is none */
    String next(UUID organisationId, ActJournal journal, int year) {
        return highest(organisationId, journal, year).map(ActNumbers::following).orElse(journal.firstNumber());
    }

    /** @return the highest number of the series */
    Optional<String> last(UUID organisationId, ActJournal journal, int year) {
        return highest(organisationId, journal, year).map(Matcher::group);
    }

    private Optional<Matcher> highest(UUID organisationId, ActJournal journal, int year) {
        return acts.numbers(organisationId, journal.code(), year).stream()
                .map(PARTS::matcher)
                .filter(Matcher::matches)
                .max(Comparator.comparingInt(number -> Integer.parseInt(number.group(2))));
    }

    /** @return whether others can follow this number */
    static boolean countable(String number) {
        return PARTS.matcher(number).matches();
    }

    private static String following(Matcher number) {
        boolean hasMoreDigits = number.group(3).chars().anyMatch(Character::isDigit);
        return number.group(1) + (Integer.parseInt(number.group(2)) + 1) + (hasMoreDigits ? "" : number.group(3));
    }

    /**
     * Holds the series until the transaction ends, and looks whether the number is free in it.
     *
     * @throws Refusal when another act has it
     */
    void take(LocalAct act, String number, LocalDate date) {
        String series = act.organisationId() + "/" + act.kind().journal().code() + "/" + date.getYear();
        entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:series, 0)) as text)")
                .setParameter("series", series)
                .getSingleResult();
        holder(act.organisationId(), act.kind(), number, date)
                .filter(other -> !other.id().equals(act.id()))
                .ifPresent(other -> {
                    throw taken(act.kind(), number, date);
                });
    }

    /** @return the act that has this number in its journal in the year of the date */
    Optional<LocalAct> holder(UUID organisationId, ActKind kind, String number, LocalDate date) {
        return acts.findByOrganisationIdAndJournalAndYearAndNumberKey(
                organisationId, kind.journal().code(), date.getYear(), Written.numberKey(number));
    }

    static Refusal taken(ActKind kind, String number, LocalDate date) {
        return Refusal.wrongState("Номер %s %s за %d год уже занят. Укажите другой."
                .formatted(number, kind.journal().located(), date.getYear()));
    }
}
