package ru.nastavnik.process.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.task.TaskSubjects;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.files.FileAnswer;
import ru.nastavnik.shared.files.StoredFileInfo;
import ru.nastavnik.shared.files.StoredFiles;

/**
 * The tab «Файлы» of a task: evidence is attached there and opened. Files belong to what the task is about, so they are
 * there in the next task too: a draft before whoever decides on it, a scan after a hand-over. Whoever does a task for
 * themselves (a mentor, a participant) sees what lies with that task and what they have attached, not what the staff
 * keeps about them.
 */
@RestController
class TaskFilesController {

    /** More open tasks than there can be about one thing. */
    private static final int MOST_TASKS = 100;

    private final StoredFiles files;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TaskSubjects subjects;
    private final People people;

    TaskFilesController(
            StoredFiles files, TaskService tasks, IdentityService identities, TaskSubjects subjects, People people) {
        this.files = files;
        this.tasks = tasks;
        this.identities = identities;
        this.subjects = subjects;
        this.people = people;
    }

    /** One file as the tab shows it. */
    record FileRow(UUID id, String name, long size, boolean mine) {}

    /** The tab's content, with the token that its forms must send. */
    record Tab(List<FileRow> files, String csrfHeader, String csrfToken) {}

    @GetMapping("/tasks/{taskId}/files")
    Tab list(@PathVariable String taskId, Authentication user, CsrfToken csrf) {
        return new Tab(
                shown(visible(taskId), user).stream()
                        .map(file -> row(file, user))
                        .toList(),
                csrf.getHeaderName(),
                csrf.getToken());
    }

    @PostMapping("/tasks/{taskId}/files")
    FileRow attach(@PathVariable String taskId, @RequestParam MultipartFile file, Authentication user)
            throws IOException {
        Task task = visible(taskId);
        return row(
                files.attach(
                        UUID.fromString(task.getTenantId()),
                        taskId,
                        subjects.of(task),
                        file.getOriginalFilename(),
                        file,
                        file.getSize(),
                        account(user)),
                user);
    }

    @DeleteMapping("/tasks/{taskId}/files/{fileId}")
    void remove(@PathVariable String taskId, @PathVariable UUID fileId, Authentication user) {
        if (shown(visible(taskId), user).stream().noneMatch(file -> file.id().equals(fileId))) {
            throw Refusal.notFound("Такого файла нет.");
        }
        files.remove(fileId, account(user));
    }

    /** Opened by whoever sees it in an open task; when all is done, by the director and the curators of the organisation. */
    @GetMapping("/files/{fileId}")
    ResponseEntity<Resource> open(@PathVariable UUID fileId, Authentication user) {
        StoredFileInfo file = files.info(fileId);
        boolean leads = people.rolesOf(account(user), file.organisationId()).stream()
                .anyMatch(role -> role == Role.DIRECTOR || role == Role.CURATOR);
        if (!leads
                && tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(file.subjectId().toString())
                        .listPage(0, MOST_TASKS)
                        .stream()
                        .noneMatch(task -> shown(task, user).contains(file))) {
            throw Refusal.notFound("Такого файла нет.");
        }
        return FileAnswer.of(file, files.content(file));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        // Whatever the script says that it reads: it shows the sentence.
        return ResponseEntity.status(refusal.kind().httpStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", refusal.getMessage()));
    }

    /** The engine's own checks decide: candidates and assignee only. */
    private Task visible(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.notFound("Такой задачи нет, или она не ваша.");
        }
        return task;
    }

    private List<StoredFileInfo> shown(Task task, Authentication user) {
        boolean byRole = hasItByRole(task);
        return files.ofSubject(subjects.of(task)).stream()
                .filter(file -> byRole
                        || file.taskId().equals(task.getId())
                        || file.uploadedBy().equals(account(user)))
                .toList();
    }

    private boolean hasItByRole(Task task) {
        List<String> groups = identities.getCurrentAuthentication().getGroupIds();
        return groups != null
                && !groups.isEmpty()
                && tasks.createTaskQuery()
                                .taskId(task.getId())
                                .taskCandidateGroupIn(groups)
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }

    private static FileRow row(StoredFileInfo file, Authentication user) {
        return new FileRow(
                file.id(), file.name(), file.sizeBytes(), file.uploadedBy().equals(account(user)));
    }

    private static UUID account(Authentication user) {
        return UUID.fromString(user.getName());
    }
}
