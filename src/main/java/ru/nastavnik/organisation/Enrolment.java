package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;

/** Enters the people of an organisation, and what changes about them. */
@Service
@Transactional
public class Enrolment {

    private static final int OLDEST_PUPIL_YEARS = 25;
    private static final int YOUNGEST_PUPIL_YEARS = 5;

    private final PersonRepository persons;
    private final EarlierNameRepository earlierNames;
    private final People people;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    Enrolment(
            PersonRepository persons,
            EarlierNameRepository earlierNames,
            People people,
            Organisations organisations,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.earlierNames = earlierNames;
        this.people = people;
        this.organisations = organisations;
        this.events = events;
    }

    /** Enters a person who needs no access: most of a school never logs in. */
    public UUID enter(UUID organisationId, NewPerson data) {
        return enter(organisationId, data, null).id();
    }

    private Person enter(UUID organisationId, NewPerson data, @Nullable LocalDate birthDate) {
        Person person = new Person(
                organisationId,
                data.category(),
                Limits.lastName(data.lastName()),
                Limits.firstName(data.firstName()),
                Limits.middleName(data.middleName()),
                Limits.positionTitle(data.positionTitle()),
                organisations.today(organisationId));
        person.reachableAt(Limits.email(data.email()));
        if (birthDate != null) {
            person.bornOn(birthDate);
        }
        Person entered = persons.saveAndFlush(person);
        if (!namesakes(entered).isEmpty()) {
            requireOther(entered);
            events.publishEvent(new PersonDataChanged(organisationId, entered.id()));
        }
        return entered;
    }

    /** @return who else of the school is called so */
    private List<Person> namesakes(Person person) {
        return persons.ofSurnames(person.organisationId(), List.of(person.surname())).stream()
                .filter(other -> !other.id().equals(person.id()) && alike(person, other, PersonName::full))
                .toList();
    }

    /** Two of whom all is the same could be told apart in no list. One may represent several pupils, entered with each. */
    private void requireOther(Person person) {
        LocalDate today = organisations.today(person.organisationId());
        PersonName name = person.name();
        if (name != null
                && person.category() != Person.Category.REPRESENTATIVE
                && namesakes(person).stream()
                        .anyMatch(other ->
                                !other.dismissedBy(today) && alike(person, other, PersonName::withBirthDate))) {
            throw Refusal.invalid(
                    "Такой человек уже внесён: " + name.withBirthDate()
                            + ". Если это другой, уточните должность или класс: по ним людей одного имени различают в списках.");
        }
    }

    private static boolean alike(Person one, Person other, Function<PersonName, String> label) {
        PersonName name = one.name();
        PersonName otherName = other.name();
        return name != null
                && otherName != null
                && RussianText.key(label.apply(name)).equals(RussianText.key(label.apply(otherName)));
    }

    /**
     * Enters a pupil, who gets no access: the curator enters from paper what they say.
     *
     * @param birthDate      decides whether they may be mentored (E11) and whose consents are needed (E3)
     * @param representative who consents for a pupil under age; null for one who is of age
     * @return id of the pupil
     */
    public UUID enterPupil(
            UUID organisationId, NewPerson pupil, @Nullable LocalDate birthDate, @Nullable NewPerson representative) {
        LocalDate today = organisations.today(organisationId);
        Person entered = enter(organisationId, pupil, pupilsBirthDate(birthDate, today));
        if (representative != null) {
            enter(organisationId, representative, null).represents(entered.id());
        } else if (entered.minorOn(today)) {
            throw Refusal.invalid("Ученику нет 18 лет: внесите законного представителя, согласие даёт и он.");
        }
        persons.flush();
        return entered.id();
    }

    /**
     * Changes what is kept about a person.
     *
     * @param data      all that is known from now on; the category stays
     * @param birthDate of a pupil; of others it is not asked, and null leaves it as it is
     * @param changedOn the day from which the person is called so or works so: what was signed before keeps the earlier
     *                  name; null when a mistake is mended
     */
    public void change(
            UUID organisationId,
            UUID personId,
            NewPerson data,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate changedOn) {
        LocalDate today = organisations.today(organisationId);
        Person person = people.person(organisationId, personId);
        if (person.erased()) {
            throw Refusal.wrongState(
                    "Данные этого человека удалены: менять нечего. Если он вернулся, внесите его заново.");
        }
        String lastName = Limits.lastName(data.lastName());
        String firstName = Limits.firstName(data.firstName());
        String middleName = Limits.middleName(data.middleName());
        String positionTitle = Limits.positionTitle(data.positionTitle());
        person.reachableAt(Limits.email(data.email()));
        if (person.category() == Person.Category.PUPIL) {
            person.bornOn(pupilsBirthDate(birthDate, today));
        }
        if (changedOn == null) {
            person.correct(lastName, firstName, middleName, positionTitle);
        } else if (!person.called(lastName, firstName, middleName, positionTitle)) {
            DayBounds.untilToday(today).require("День изменения", changedOn);
            if (!changedOn.isAfter(person.calledSoFrom())) {
                throw Refusal.invalid("Прежние данные записаны с " + RussianDate.of(person.calledSoFrom())
                        + ". Укажите более поздний день или отметьте, что исправляете ошибку.");
            }
            earlierNames.save(person.rename(lastName, firstName, middleName, positionTitle, changedOn));
        }
        persons.flush();
        requireOther(person);
        events.publishEvent(new PersonDataChanged(organisationId, personId));
    }

    private static LocalDate pupilsBirthDate(@Nullable LocalDate birthDate, LocalDate today) {
        if (birthDate == null) {
            throw Refusal.invalid("Укажите дату рождения ученика.");
        }
        return DayBounds.between(
                        today.minusYears(OLDEST_PUPIL_YEARS),
                        OLDEST_PUPIL_YEARS + " лет назад",
                        today.minusYears(YOUNGEST_PUPIL_YEARS),
                        YOUNGEST_PUPIL_YEARS + " лет назад")
                .require("Дата рождения", birthDate);
    }
}
