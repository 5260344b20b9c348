package ru.nastavnik.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/** A person of one organisation. Names live here and nowhere else. */
@Entity
public class Person {

    /** What the person is to the organisation. */
    public enum Category {
        STAFF,
        PUPIL,
        REPRESENTATIVE,
        EXTERNAL
    }

    private static final int ADULT = 18;

    @Id
    private UUID id;

    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Category category;

    private String lastName;
    private String firstName;
    private String middleName;
    private LocalDate birthDate;
    private String positionTitle;
    private String subjectGroup;
    private String email;
    private LocalDate dismissedOn;
    private UUID representedId;

    protected Person() {}

    public Person(
            UUID organisationId,
            Category category,
            String lastName,
            String firstName,
            String middleName,
            String positionTitle) {
        this.id = UUID.randomUUID();
        this.organisationId = organisationId;
        this.category = category;
        this.lastName = lastName;
        this.firstName = firstName;
        this.middleName = middleName;
        this.positionTitle = positionTitle;
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
        return middleName == null ? lastName + " " + firstName : lastName + " " + firstName + " " + middleName;
    }

    /** @return «Иванова А. П.» */
    public String shortName() {
        String initials = " " + firstName.charAt(0) + ".";
        return lastName + initials + (middleName == null ? "" : " " + middleName.charAt(0) + ".");
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String positionTitle() {
        return positionTitle;
    }

    public String subjectGroup() {
        return subjectGroup;
    }

    public void workIn(String subjectGroup) {
        this.subjectGroup = subjectGroup;
    }

    public String email() {
        return email;
    }

    public void reachableAt(String email) {
        this.email = email;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public void bornOn(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    /** @return age in full years on that day; null when the birth date is not known */
    public Integer ageOn(LocalDate day) {
        return birthDate == null ? null : Period.between(birthDate, day).getYears();
    }

    /** @return whether the person is under age; a pupil of unknown age counts so: then nobody's consent is missed */
    public boolean minorOn(LocalDate day) {
        return birthDate == null ? category == Category.PUPIL : ageOn(day) < ADULT;
    }

    /** @return whether the person has left the organisation by that day */
    public boolean dismissedBy(LocalDate day) {
        return dismissedOn != null && !dismissedOn.isAfter(day);
    }

    public void dismiss(LocalDate day) {
        this.dismissedOn = day;
    }

    /** @return the pupil whom this person represents; null for everybody else */
    public UUID representedId() {
        return representedId;
    }

    public void represents(UUID pupilId) {
        this.representedId = pupilId;
    }
}
