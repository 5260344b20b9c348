package ru.nastavnik.documents;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.Refusal;

/** Numbers of a journal, one series for each year; they are given under the lock of their series. */
@Component
class ActNumbers {

    private static final String LOOK_ALIKE = "ABCEHKMOPTXY";
    private static final String CYRILLIC = "АВСЕНКМОРТХУ";
    private static final Pattern PARTS = Pattern.compile("(\\D*)(\\d{1,9})(.*)");

    private final LocalActRepository acts;
    private final EntityManager entityManager;

    ActNumbers(LocalActRepository acts, EntityManager entityManager) {
        this.acts = acts;
        this.entityManager = entityManager;
    }

    /** @return the number without the sign before it */
    static String plain(String number) {
        return number.replaceFirst("^[\\s№]+", "").strip();
    }

    /** @return the number as it is compared: «№ 45 – од», with whatever dash and whichever «о», is «45-ОД» */
    static String key(String number) {
        StringBuilder key = new StringBuilder();
        number.toUpperCase(Locale.ROOT)
                .chars()
                .filter(sign -> sign != '№' && !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .map(sign -> Character.getType(sign) == Character.DASH_PUNCTUATION || sign == '−' ? '-' : sign)
                .map(sign -> LOOK_ALIKE.indexOf(sign) < 0 ? sign : CYRILLIC.charAt(LOOK_ALIKE.indexOf(sign)))
                .forEach(sign -> key.append((char) sign));
        return key.toString();
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
                organisationId, kind.journal().code(), date.getYear(), key(number));
    }

    static Refusal taken(ActKind kind, String number, LocalDate date) {
        return Refusal.wrongState("Номер %s %s за %d год уже занят. Укажите другой."
                .formatted(number, kind.journal().located(), date.getYear()));
    }
}
