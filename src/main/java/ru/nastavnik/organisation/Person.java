package ru.nastavnik.organisation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/**
 * A person of one organisation. Everything refers to the id, which says nothing; who that is stands in
 * {@code person_data} and can be deleted. What is left then reads «Данные удалены» wherever a name would stand.
 */
@Entity
@SecondaryTable(name = "person_data", pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_id"))
public class Person {

    /** What the person is to the organisation. */
    public enum Category {
        STAFF,
        PUPIL,
        REPRESENTATIVE,
        EXTERNAL
    }

    /** What stands where a name stood. */
    public static final String ERASED = "Данные удалены";

    private static final int ADULT = 18;

    @Id
    private UUID id;

    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Category category;

    private LocalDate enteredOn;
    private LocalDate dismissedOn;
    private LocalDate erasedOn;
    private UUID representedId;

    /** Null when it has been erased. */
    @Embedded
    private PersonData data;

    protected Person() {}

    public Person(
            UUID organisationId,
            Category category,
            String lastName,
            String firstName,
            String middleName,
            String positionTitle,
            LocalDate enteredOn) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.category = category;
        this.enteredOn = enteredOn;
        this.data = new PersonData(enteredOn, lastName, firstName, middleName, positionTitle);
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public Category category() {
        return category;
    }

    /** @return «Иванова Анна Петровна» */
    public String fullName() {
        return data == null ? ERASED : PersonData.full(data.lastName, data.firstName, data.middleName);
    }

    /** @return «Иванова А. П.» */
    public String shortName() {
        return data == null ? ERASED : PersonData.initialled(data.lastName, data.firstName, data.middleName);
    }

    public String positionTitle() {
        return data == null ? null : data.positionTitle;
    }

    public String email() {
        return data == null ? null : data.email;
    }

    public void reachableAt(String email) {
        data.email = email;
    }

    public LocalDate birthDate() {
        return data == null ? null : data.birthDate;
    }

    public void bornOn(LocalDate birthDate) {
        data.birthDate = birthDate;
    }

    /** @return the day from which the person is called so; null when the data have been erased */
    LocalDate calledSoFrom() {
        return data == null ? null : data.validFrom;
    }

    /** A mistake is mended: the person has never been called otherwise. */
    void correct(String lastName, String firstName, String middleName, String positionTitle) {
        data.call(lastName, firstName, middleName, positionTitle);
    }

    boolean called(String lastName, String firstName, String middleName, String positionTitle) {
        return data.called(lastName, firstName, middleName, positionTitle);
    }

    /**
     * The person is called otherwise from that day on.
     *
     * @return what they were called until then
     */
    EarlierName rename(
            String lastName, String firstName, String middleName, String positionTitle, LocalDate changedOn) {
        EarlierName earlier = new EarlierName(id, data);
        data.call(lastName, firstName, middleName, positionTitle);
        data.validFrom = changedOn;
        return earlier;
    }

    /** @return age in full years on that day; null when the birth date is not known */
    public Integer ageOn(LocalDate day) {
        return birthDate() == null ? null : Period.between(birthDate(), day).getYears();
    }

    /** @return whether the person is under age; a pupil of unknown age counts so: then nobody's consent is missed */
    public boolean minorOn(LocalDate day) {
        return birthDate() == null ? category == Category.PUPIL : ageOn(day) < ADULT;
    }

    /** @return whether the person has left the organisation by that day */
    public boolean dismissedBy(LocalDate day) {
        return dismissedOn != null && !dismissedOn.isAfter(day);
    }

    public void dismiss(LocalDate day) {
        this.dismissedOn = day;
    }

    /** @return whether nobody can tell any more who this is */
    public boolean erased() {
        return erasedOn != null;
    }

    void erase(LocalDate day) {
        this.erasedOn = day;
        this.data = null;
    }

    /** @return the pupil whom this person represents; null for everybody else */
    public UUID representedId() {
        return representedId;
    }

    public void represents(UUID pupilId) {
        this.representedId = pupilId;
    }
}
