package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.DecisionRecord;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianText;

/** Who is who: persons, their accounts and the powers that hold today. */
@Service
@Transactional(readOnly = true)
public class People {

    /** How many people are named where more are counted. */
    private static final int NAMED = 2;

    private final PersonRepository persons;
    private final EarlierNameRepository earlierNames;
    private final AccountRepository accounts;
    private final PowerRepository powers;
    private final Organisations organisations;

    People(
            PersonRepository persons,
            EarlierNameRepository earlierNames,
            AccountRepository accounts,
            PowerRepository powers,
            Organisations organisations) {
        this.persons = persons;
        this.earlierNames = earlierNames;
        this.accounts = accounts;
        this.powers = powers;
        this.organisations = organisations;
    }

    /** @throws Refusal NOT_FOUND when there is no such person in this organisation */
    public Person person(UUID organisationId, UUID personId) {
        return persons.findById(personId)
                .filter(person -> person.organisationId().equals(organisationId))
                .orElseThrow(() -> Refusal.notFound("Такого человека в учреждении нет."));
    }

    /**
     * @return these persons, each once, in the order of the ids
     * @throws Refusal NOT_FOUND when one of them is not of this organisation
     */
    public List<Person> persons(UUID organisationId, Collection<UUID> ids) {
        persons(ids);
        return ids.stream().distinct().map(id -> person(organisationId, id)).toList();
    }

    /** @return these persons by id, all read at once, unless this transaction has read them before */
    public Map<UUID, Person> persons(Collection<UUID> ids) {
        return persons.findAllById(Set.copyOf(ids)).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** @return «Иванова А. П.», told apart as {@link Labels} says; «Данные удалены» when nobody can tell any more */
    public String shortName(UUID personId) {
        return Known.in(named(List.of(personId)), personId);
    }

    /** @return «Иванова А. П.» of each of these persons, told apart from everybody of their school, all read at once */
    public Map<UUID, String> named(Collection<UUID> ids) {
        return toldApart(Labels.SHORT, ids);
    }

    /** @return «Иванова Анна Петровна», as above */
    public String fullName(UUID personId) {
        return Known.in(fullNames(List.of(personId)), personId);
    }

    /** @return «Иванова Анна Петровна» of each of these persons, as above */
    public Map<UUID, String> fullNames(Collection<UUID> ids) {
        return toldApart(Labels.FULL, ids);
    }

    /** @return «Иванова Анна Петровна, учитель» of each of these persons, as above */
    public Map<UUID, String> namesWithPosition(Collection<UUID> ids) {
        return toldApart(Labels.WITH_POSITION, ids);
    }

    private Map<UUID, String> toldApart(Labels labels, Collection<UUID> ids) {
        Map<UUID, Person> wanted = persons(ids);
        Map<UUID, PersonName> all = new HashMap<>();
        wanted.values().stream()
                .filter(person -> !person.erased())
                .collect(Collectors.groupingBy(Person::organisationId))
                .forEach((organisationId, people) -> all.putAll(namesOf(namesakes(organisationId, people))));
        Map<UUID, String> found = labels.of(all);
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, Person.ERASED)));
    }

    /** @return these people, and whoever of their surnames has not left the school */
    private List<Person> namesakes(UUID organisationId, List<Person> people) {
        LocalDate today = organisations.today(organisationId);
        Set<UUID> ids = people.stream().map(Person::id).collect(Collectors.toSet());
        return persons
                .ofSurnames(organisationId, people.stream().map(Person::surname).collect(Collectors.toSet()))
                .stream()
                .filter(person -> ids.contains(person.id()) || !person.dismissedBy(today))
                .toList();
    }

    /** @return «Иванова Анна Петровна» of everybody whom the school has entered */
    Map<UUID, String> everybody(UUID organisationId) {
        return Labels.FULL.of(namesOf(persons.findByOrganisationId(organisationId)));
    }

    private static Map<UUID, PersonName> namesOf(Collection<Person> people) {
        Map<UUID, PersonName> names = new HashMap<>();
        people.forEach(person -> {
            PersonName name = person.name();
            if (name != null) {
                names.put(person.id(), name);
            }
        });
        return names;
    }

    /** @return «Петров П. П., Сидорова С. С.», «Петров П. П., Сидорова С. С. и ещё 1» */
    public static String firstOf(Collection<String> labels) {
        int rest = labels.size() - NAMED;
        return enumerated(labels, NAMED) + (rest <= 0 ? "" : " и ещё " + rest);
    }

    /** @return «Петров П. П., Сидорова С. С., Яковлев Я. Я.» */
    public static String allOf(Collection<String> labels) {
        return enumerated(labels, labels.size());
    }

    /** Between people of whom more is said than the name there stands a semicolon. */
    private static String enumerated(Collection<String> labels, int most) {
        String between = labels.stream().anyMatch(label -> label.contains(",")) ? "; " : ", ";
        return labels.stream()
                .sorted(RussianText.by(Function.identity()))
                .limit(most)
                .collect(Collectors.joining(between));
    }

    /** A person to choose from a list. */
    public record Listed(UUID id, String label) {}

    /** @return these persons, as a list offers them: «Иванова Анна Петровна, учитель», in the order of the names */
    public static List<Listed> listed(Collection<Person> people) {
        return Labels.WITH_POSITION.of(namesOf(people)).entrySet().stream()
                .map(label -> new Listed(label.getKey(), label.getValue()))
                .sorted(RussianText.by(Listed::label))
                .toList();
    }

    /** @return the short name that the person had on that day */
    public String shortNameOn(UUID personId, LocalDate day) {
        Person person = persons.findById(personId).orElse(null);
        if (person == null || person.erased() || !day.isBefore(person.calledSoFrom())) {
            return shortName(personId);
        }
        List<EarlierName> earlier = earlierNames.findByIdPersonIdOrderByIdValidFrom(personId);
        return earlier.stream()
                .filter(name -> !day.isBefore(name.validFrom()))
                .reduce((first, second) -> second)
                .or(() -> earlier.stream().findFirst())
                .map(EarlierName::shortName)
                .orElseGet(() -> shortName(personId));
    }

    /**
     * @return «Иванова А. П., куратор», by the name of the day of the decision; the capacity alone where nobody is named,
     *     as for a council
     */
    public String signature(DecisionRecord decision) {
        String capacity = decision.capacity();
        if (decision.decidedBy() == null) {
            return Objects.requireNonNull(capacity, "Where nobody is named, it is said who decides");
        }
        String name = shortNameOn(decision.decidedBy(), decision.happenedOn());
        return capacity == null
                ? name
                : name + ", " + capacity.substring(0, 1).toLowerCase(Locale.ROOT) + capacity.substring(1);
    }

    /** @return everybody of the organisation who has not left */
    public List<Person> presentIn(UUID organisationId) {
        LocalDate today = organisations.today(organisationId);
        return persons.findByOrganisationId(organisationId).stream()
                .filter(person -> !person.dismissedBy(today))
                .toList();
    }

    /** @return those of these persons who have not left the organisation */
    public Set<UUID> presentAmong(UUID organisationId, Collection<UUID> personIds) {
        if (personIds.isEmpty()) {
            return Set.of();
        }
        LocalDate today = organisations.today(organisationId);
        return persons(personIds).values().stream()
                .filter(person -> !person.dismissedBy(today))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** @return staff of the organisation who have not left */
    public List<Person> staffOf(UUID organisationId) {
        return presentIn(organisationId).stream()
                .filter(person -> person.category() == Person.Category.STAFF)
                .toList();
    }

    /** @return staff of the organisation and its pupils, who may need a mentor */
    public List<Person> mayNeedMentor(UUID organisationId) {
        return presentIn(organisationId).stream()
                .filter(person ->
                        person.category() == Person.Category.STAFF || person.category() == Person.Category.PUPIL)
                .toList();
    }

    /** @return who answers for each of these pupils; without those for whom nobody, or more than one person, is entered */
    public Map<UUID, UUID> representativesOf(Collection<UUID> pupilIds) {
        Map<UUID, UUID> only = new HashMap<>();
        persons.findByRepresentedIdInAndErasedOnIsNull(pupilIds).stream()
                .filter(this::present)
                .collect(Collectors.groupingBy(
                        person -> Objects.requireNonNull(person.representedId(), "asked for by it"),
                        Collectors.mapping(Person::id, Collectors.toList())))
                .forEach((pupil, representatives) -> {
                    if (representatives.size() == 1) {
                        only.put(pupil, representatives.get(0));
                    }
                });
        return only;
    }

    /** @return the account with which this person works; empty for people who never log in, or have left */
    public Optional<UUID> accountOf(UUID personId) {
        return accounts.findByPerson(personId)
                .filter(account -> !account.blocked()
                        && persons.findById(personId).filter(this::present).isPresent())
                .map(Account::id);
    }

    private boolean present(Person person) {
        return !person.dismissedBy(organisations.today(person.organisationId()));
    }

    /** @return the person that this account is in the organisation */
    public Optional<Person> personOf(UUID accountId, UUID organisationId) {
        return accounts.findById(accountId)
                .flatMap(account -> persons(account.personIds()).values().stream()
                        .filter(person -> person.organisationId().equals(organisationId))
                        .findFirst());
    }

    /** @return an address of the person behind this account; empty for people without e-mail, or who have left */
    public Optional<String> emailOf(UUID accountId) {
        return accounts.findById(accountId)
                .flatMap(account -> persons(account.personIds()).values().stream()
                        .filter(this::present)
                        .map(Person::email)
                        .filter(email -> email != null && !email.isBlank())
                        .findFirst());
    }

    /** @return powers that hold today in the organisation, of accounts that may log in */
    public List<Power> holders(UUID organisationId, Role role) {
        LocalDate today = organisations.today(organisationId);
        return powers.ofOpenAccounts(organisationId, role).stream()
                .filter(power -> power.holdsOn(today))
                .toList();
    }

    /** @return the roles that this account has today in the organisation */
    public Set<Role> rolesOf(UUID accountId, UUID organisationId) {
        LocalDate today = organisations.today(organisationId);
        return powers.findByAccountId(accountId).stream()
                .filter(power -> power.organisationId().equals(organisationId) && power.holdsOn(today))
                .map(Power::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return organisations in which this account has a power today */
    public Set<UUID> organisationsOf(UUID accountId) {
        return powers.findByAccountId(accountId).stream()
                .filter(power -> power.holdsOn(organisations.today(power.organisationId())))
                .map(Power::organisationId)
                .collect(Collectors.toSet());
    }

    /** The same for a decision of today. */
    public Decider decider(UUID organisationId, Role role, UUID accountId) {
        return decider(organisationId, role, accountId, organisations.today(organisationId));
    }

    /**
     * Who does the work of a role.
     *
     * @return the role itself; the curator's where nobody holds it, the director's where there is no curator either
     */
    public Role standIn(UUID organisationId, Role role) {
        if (!holders(organisationId, role).isEmpty()) {
            return role;
        }
        return role != Role.CURATOR && !holders(organisationId, Role.CURATOR).isEmpty() ? Role.CURATOR : Role.DIRECTOR;
    }

    /**
     * Who decides in this role.
     *
     * @param accountId who enters the decision
     * @param day       on which it was made, perhaps before it is entered
     * @return that account's person when it had the power itself on that day, else the one holder of the role, whoever
     *     acts in it before whoever is represented so, else nobody by name; the capacity says «И. о.» when the power is
     *     an acting one
     */
    public Decider decider(UUID organisationId, Role role, UUID accountId, LocalDate day) {
        List<Power> holders = powers.findByOrganisationIdAndRole(organisationId, role).stream()
                .filter(power -> power.holdsOn(day))
                .toList();
        Optional<Power> own = holders.stream()
                .filter(power -> power.accountId().equals(accountId))
                .min((a, b) -> Boolean.compare(a.acting(), b.acting()));
        Power power = own.or(() -> only(holders))
                .or(() -> only(holders.stream().filter(Power::acting).toList()))
                .orElse(null);
        if (power == null) {
            return new Decider(null, role.title());
        }
        UUID personId =
                personOf(power.accountId(), organisationId).map(Person::id).orElse(null);
        return new Decider(personId, role.title(power.acting()));
    }

    private static Optional<Power> only(List<Power> powers) {
        return powers.size() == 1 ? Optional.of(powers.get(0)) : Optional.empty();
    }
}
