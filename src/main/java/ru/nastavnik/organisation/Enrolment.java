package ru.nastavnik.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.RussianDate;

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
        Person person = new Person(
                organisationId,
                data.category(),
                Limits.lastName(data.lastName()),
                Limits.firstName(data.firstName()),
                Limits.middleName(data.middleName()),
                Limits.positionTitle(data.positionTitle()),
                organisations.today(organisationId));
        person.reachableAt(Limits.email(data.email()));
        return persons.saveAndFlush(person).id();
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
        Person entered = people.person(organisationId, enter(organisationId, pupil));
        entered.bornOn(pupilsBirthDate(birthDate, today));
        if (representative != null) {
            people.person(organisationId, enter(organisationId, representative)).represents(entered.id());
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
