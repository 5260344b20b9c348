package ru.nastavnik.process.task;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** Who stands behind a task, and what they may enter for themselves and for others. */
@Component
public class TaskPeople {

    private final People people;

    TaskPeople(People people) {
        this.people = people;
    }

    boolean holds(TaskContext task, Role role) {
        return people.rolesOf(task.actor(), task.organisationId()).contains(role);
    }

    boolean is(TaskContext task, UUID personId) {
        return people.personOf(task.actor(), task.organisationId())
                .map(Person::id)
                .filter(personId::equals)
                .isPresent();
    }

    Decider decider(TaskContext task, Role role, LocalDate day) {
        return people.decider(task.organisationId(), role, task.actor(), day);
    }

    Entry entry(TaskContext task, Answers answers, boolean ownDecision) {
        Door door = answers.choice("door", Door.class);
        if (door == null) {
            door = Door.SCREEN;
        }
        if (door == Door.SCREEN && !ownDecision) {
            throw Refusal.invalid(
                    "Это решение другого человека. Укажите, как оно принято: «На бумаге» или «С его слов».");
        }
        LocalDate happenedOn = answers.date("happenedOn");
        if (happenedOn == null) {
            happenedOn = task.today();
        }
        if (door == Door.SCREEN && !happenedOn.equals(task.today())) {
            throw Refusal.invalid("На экране отвечают сегодняшним днём. Если это было раньше, выберите «На бумаге» "
                    + "или «С его слов».");
        }
        String proof = door == Door.SCREEN ? null : answers.text("proof");
        if (door == Door.PAPER && proof == null) {
            throw Refusal.invalid("Укажите, где лежит бумага: номер дела и лист.");
        }
        if (door == Door.WORDS && proof == null) {
            throw Refusal.invalid(
                    "Укажите, кто, кому и когда это сказал: например, «секретарю по телефону 12.09.2026».");
        }
        return new Entry(door, happenedOn, proof, task.actor());
    }
}
