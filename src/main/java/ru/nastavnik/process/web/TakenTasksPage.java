package ru.nastavnik.process.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.notification.TakenTasks;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.process.task.TaskDesk;
import ru.nastavnik.process.task.TaskDesk.Taken;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.TextLimits;

/** «Кто взял задачи»: shared tasks that people have taken; the curator takes one away when its holder cannot do it. */
@Controller
class TakenTasksPage {

    /** A task that somebody has. */
    record Row(String id, String name, @Nullable Object about, String holder, boolean mine) {}

    /** A task that was taken away. */
    record Past(String on, String name, String holder, String by, String reason) {}

    private final TaskDesk desk;
    private final TakenTasks takenTasks;
    private final People people;
    private final Organisations organisations;

    TakenTasksPage(TaskDesk desk, TakenTasks takenTasks, People people, Organisations organisations) {
        this.desk = desk;
        this.takenTasks = takenTasks;
        this.people = people;
        this.organisations = organisations;
    }

    @GetMapping("/tasks/taken")
    String show(Visitor visitor, Model model) {
        visitor.require(Role.CURATOR);
        UUID organisationId = visitor.organisationId();
        model.addAttribute(
                "taken",
                desk.taken(organisationId).stream()
                        .map(task -> new Row(
                                task.id(),
                                task.name(),
                                task.about(),
                                name(task.holder(), organisationId),
                                task.holder().equals(visitor.accountId())))
                        .toList());
        model.addAttribute("past", past(organisationId));
        return "taken-tasks";
    }

    private List<Past> past(UUID organisationId) {
        ZoneId zone = organisations.get(organisationId).zone();
        return takenTasks.of(organisationId).stream()
                .map(task -> new Past(
                        RussianDate.of(task.takenAt().atZone(zone).toLocalDate()),
                        task.taskName(),
                        name(task.holderId(), organisationId),
                        name(task.takenBy(), organisationId),
                        task.reason()))
                .toList();
    }

    private String name(UUID accountId, UUID organisationId) {
        return people.personOf(accountId, organisationId)
                .map(person -> people.shortName(person.id()))
                .orElse("—");
    }

    @PostMapping("/tasks/{taskId}/taking-away")
    @Transactional
    public String takeAway(
            @PathVariable String taskId, @RequestParam String reason, Visitor visitor, RedirectAttributes flash) {
        visitor.require(Role.CURATOR);
        String why = TextLimits.demanded(reason, TextLimits.TEXT, "Напишите, почему задача забирается у исполнителя.");
        Taken task = desk.takeAway(taskId, visitor.organisationId());
        takenTasks.record(visitor.organisationId(), taskId, task.name(), task.holder(), visitor.accountId(), why);
        flash.addFlashAttribute(
                "done", "Задача «" + task.name() + "» снова общая. Исполнителю отправлено напоминание.");
        return "redirect:/tasks/taken";
    }
}
