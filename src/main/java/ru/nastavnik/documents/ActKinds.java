package ru.nastavnik.documents;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.Written;

/** Kinds of local acts and their journals: those that every school has, and those that a school has added. */
@Service
@Transactional
public class ActKinds {

    /** Who may decide on an act. */
    public static final Set<Role> APPROVERS = EnumSet.of(Role.DIRECTOR, Role.DEPUTY);

    static final int LONGEST_JOURNAL = 100;
    static final int LONGEST_NUMBER = 40;
    static final int LONGEST_BODY = 60;
    static final int MOST_BODIES = 10;

    /**
     * A journal as a school uses it.
     *
     * @param firstNumber the number that a year begins with
     * @param lastNumber  the highest number of this year; null when there is none yet
     */
    public record Journal(
            String code,
            String title,
            String firstNumber,
            @Nullable String lastNumber) {}

    /**
     * A kind as a school uses it.
     *
     * @param own      whether the school has added it
     * @param founding whether the school may demand it for its programmes
     * @param awaited  whether a row of a roadmap may wait for it, demanded or not
     * @param demanded whether the school demands it
     */
    public record Listed(
            String code,
            String title,
            boolean own,
            String journal,
            Role drafter,
            List<String> agreement,
            Role approver,
            List<Role> readers,
            boolean founding,
            boolean awaited,
            boolean demanded) {}

    private final ActKindRepository kinds;
    private final ActJournalRepository journals;
    private final ActDemandRepository demands;
    private final ActNumbers numbers;
    private final Organisations organisations;
    private final SchoolClock clock;

    ActKinds(
            ActKindRepository kinds,
            ActJournalRepository journals,
            ActDemandRepository demands,
            ActNumbers numbers,
            Organisations organisations,
            SchoolClock clock) {
        this.kinds = kinds;
        this.journals = journals;
        this.demands = demands;
        this.numbers = numbers;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @throws Refusal when the organisation has no such kind */
    @Transactional(readOnly = true)
    public ActKind get(UUID organisationId, String code) {
        return kinds.findById(code)
                .filter(kind -> kind.of(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такого вида документа нет."));
    }

    /** @return what the organisation may have acts of, by title */
    @Transactional(readOnly = true)
    public List<Listed> all(UUID organisationId) {
        Set<String> demanded =
                demanded(organisationId).stream().map(ActKind::code).collect(Collectors.toSet());
        return kinds.of(organisationId).stream()
                .sorted(RussianText.by(ActKind::title))
                .map(kind -> new Listed(
                        kind.code(),
                        kind.title(),
                        kind.own(),
                        kind.journal().title(),
                        kind.drafterRole(),
                        kind.agreement(),
                        kind.approverRole(),
                        kind.readers().stream().sorted().toList(),
                        kind.founding(),
                        kind.outcome() != null,
                        demanded.contains(kind.code())))
                .toList();
    }

    /** @return the journals of the organisation, the common ones first */
    @Transactional(readOnly = true)
    public List<Journal> journals(UUID organisationId) {
        int year = organisations.today(organisationId).getYear();
        return journals.of(organisationId).stream()
                .sorted(Comparator.comparing(ActJournal::own).thenComparing(RussianText.by(ActJournal::title)))
                .map(journal -> new Journal(
                        journal.code(),
                        journal.title(),
                        journal.firstNumber(),
                        numbers.last(organisationId, journal, year).orElse(null)))
                .toList();
    }

    /**
     * Adds a journal of the school's own.
     *
     * @param firstNumber the number that a year begins with
     * @return its code
     */
    public String addJournal(UUID organisationId, String title, String firstNumber) {
        String called = stripped(title);
        if (called.isEmpty() || called.length() > LONGEST_JOURNAL) {
            throw Refusal.invalid(
                    "Назовите журнал: не больше " + LONGEST_JOURNAL + " знаков, например «Журнал распоряжений».");
        }
        String first = Written.number(stripped(firstNumber));
        if (first.length() > LONGEST_NUMBER || !ActNumbers.countable(first)) {
            throw Refusal.invalid("Укажите первый номер года: с цифрой, не больше " + LONGEST_NUMBER
                    + " знаков, например «1» или «1-Р».");
        }
        Refusal taken = Refusal.wrongState("Журнал «" + called + "» уже есть.");
        if (journals.of(organisationId).stream().anyMatch(journal -> same(journal.title(), called))) {
            throw taken;
        }
        try {
            return journals.saveAndFlush(new ActJournal(UUID.randomUUID().toString(), organisationId, called, first))
                    .code();
        } catch (DataIntegrityViolationException e) {
            throw taken;
        }
    }

    /**
     * Adds a kind of the school's own.
     *
     * @return its code
     */
    public String add(UUID organisationId, NewActKind kind) {
        String title = stripped(kind.title());
        if (title.isEmpty() || title.length() > LocalAct.LONGEST_TITLE) {
            throw Refusal.invalid("Назовите вид документа: не больше " + LocalAct.LONGEST_TITLE
                    + " знаков, например «Приказ о поощрении».");
        }
        ActJournal journal = journals.of(organisationId).stream()
                .filter(one -> one.code().equals(kind.journal()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Такого журнала нет. Выберите журнал из списка."));
        if (kind.drafter() == null || !Role.ofTheStaff().contains(kind.drafter())) {
            throw Refusal.invalid("Выберите, кто готовит проект.");
        }
        if (kind.approver() == null || !APPROVERS.contains(kind.approver())) {
            throw Refusal.invalid("Выберите, кто утверждает: директор или заместитель директора.");
        }
        NewActKind checked = new NewActKind(
                title, kind.journal(), kind.drafter(), kind.approver(), bodies(kind.agreement()), kind.readers());
        Refusal taken = Refusal.wrongState("Вид документа «" + title + "» уже есть.");
        if (kinds.of(organisationId).stream().anyMatch(other -> same(other.title(), title))) {
            throw taken;
        }
        try {
            return kinds.saveAndFlush(new ActKind(UUID.randomUUID().toString(), organisationId, checked, journal))
                    .code();
        } catch (DataIntegrityViolationException e) {
            throw taken;
        }
    }

    private static List<String> bodies(List<String> agreement) {
        List<String> bodies = agreement.stream()
                .map(ActKinds::stripped)
                .filter(body -> !body.isEmpty())
                .toList();
        if (bodies.size() > MOST_BODIES || bodies.stream().anyMatch(body -> body.length() > LONGEST_BODY)) {
            throw Refusal.invalid("С кем согласуют: не больше " + MOST_BODIES + " строк, в каждой не больше "
                    + LONGEST_BODY + " знаков, например «Педагогический совет».");
        }
        Set<String> seen = new HashSet<>();
        bodies.stream()
                .filter(body -> !seen.add(body.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(body -> {
                    throw Refusal.invalid("«" + body + "» стоит в согласовании дважды. Оставьте один раз.");
                });
        return bodies;
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    /**
     * From now on the school's programmes ask for an act of this kind.
     *
     * @throws Refusal when programmes do not rest on it: it comes about by itself
     */
    public void demand(UUID organisationId, String code) {
        if (!get(organisationId, code).founding()) {
            throw Refusal.wrongState("Такой документ появляется по ходу программы сам, отдельно его не просят.");
        }
        if (!demands.existsById(new ActDemand.Key(organisationId, code))) {
            demands.save(new ActDemand(organisationId, code, clock.instant()));
        }
    }

    /** The school's programmes do not ask for it any more, unless a row of a roadmap waits for it. */
    public void dispenseWith(UUID organisationId, String code) {
        demands.findById(new ActDemand.Key(organisationId, code)).ifPresent(demands::delete);
    }

    /** @return what the school demands for each of its programmes, in the order in which it came to demand it */
    @Transactional(readOnly = true)
    public List<ActKind> demanded(UUID organisationId) {
        return kinds.demandedBy(organisationId);
    }

    /** @return kinds of acts on which a programme may rest, as far as a row of a roadmap may wait for them */
    @Transactional(readOnly = true)
    public List<ActKind> founding(UUID organisationId) {
        return kinds.findFoundingWithOutcome().stream()
                .sorted(RussianText.by(ActKind::title))
                .filter(kind -> kind.of(organisationId))
                .toList();
    }
}
