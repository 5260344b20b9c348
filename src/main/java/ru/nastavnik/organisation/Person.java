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
import org.jspecify.annotations.Nullable;

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
    private @Nullable LocalDate dismissedOn;
    private @Nullable LocalDate erasedOn;
    private @Nullable UUID representedId;

    /** Null when it has been erased. */
    @Embedded
    private @Nullable PersonData data;

    protected Person() {}

    public Person(
            UUID organisationId,
            Category category,
            String lastName,
            String firstName,
            @Nullable String middleName,
            @Nullable String positionTitle,
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

    /** @return «Иванова Анна Петровна», for a text of this person's own; lists call people as {@link People} says */
    public String fullName() {
        return data == null ? ERASED : data.name().full();
    }

    /** Not asked when the data have been erased. */
    String surname() {
        return known().lastName;
    }

    /** @return null when it has been erased */
    @Nullable
    PersonName name() {
        return data == null ? null : data.name();
    }

    public @Nullable String positionTitle() {
        return data == null ? null : data.positionTitle;
    }

    public @Nullable String email() {
        return data == null ? null : data.email;
    }

    public void reachableAt(@Nullable String email) {
        known().email = email;
    }

    /** @return the day on which this person was entered here */
    public LocalDate enteredOn() {
        return enteredOn;
    }

    public @Nullable LocalDate birthDate() {
        return data == null ? null : data.birthDate;
    }

    public void bornOn(LocalDate birthDate) {
        known().birthDate = birthDate;
    }

    /** @return the day from which the person is called so; not asked when the data have been erased */
    LocalDate calledSoFrom() {
        return known().validFrom;
    }

    private PersonData known() {
        if (data == null) {
            throw new IllegalStateException("The data of this person have been erased");
        }
        return data;
    }

    /** A mistake is mended: the person has never been called otherwise. */
    void correct(String lastName, String firstName, @Nullable String middleName, @Nullable String positionTitle) {
        known().call(lastName, firstName, middleName, positionTitle);
    }

    boolean called(String lastName, String firstName, @Nullable String middleName, @Nullable String positionTitle) {
        return known().called(lastName, firstName, middleName, positionTitle);
    }

    /**
     * The person is called otherwise from that day on.
     *
     * @return what they were called until then
     */
    EarlierName rename(
            String lastName,
            String firstName,
            @Nullable String middleName,
            @Nullable String positionTitle,
            LocalDate changedOn) {
        PersonData data = known();
        EarlierName earlier = new EarlierName(id, data);
        data.call(lastName, firstName, middleName, positionTitle);
        data.validFrom = changedOn;
        return earlier;
    }

    /** @return age in full years on that day; null when the birth date is not known */
    public @Nullable Integer ageOn(LocalDate day) {
        LocalDate born = birthDate();
        return born == null ? null : Period.between(born, day).getYears();
    }

    /** @return whether the person is under age; a pupil of unknown age counts so: then nobody's consent is missed */
    public boolean minorOn(LocalDate day) {
        Integer age = ageOn(day);
        return age == null ? category == Category.PUPIL : age < ADULT;
    }

    /** @return whether the person has left the organisation by that day */
    public boolean dismissedBy(LocalDate day) {
        return dismissedOn != null && !dismissedOn.isAfter(day);
    }

    public void dismiss(LocalDate day) {
        this.dismissedOn = day;
    }

    /** The dismissal was a mistake. */
    void comeBack() {
        this.dismissedOn = null;
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
    public @Nullable UUID representedId() {
        return representedId;
    }

    public void represents(UUID pupilId) {
        this.representedId = pupilId;
    }
}
