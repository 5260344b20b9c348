package ru.nastavnik.process.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.process.stages.RoadmapMeasureProcess.Ending;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.ResponsibleRoles;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.roadmap.EvidenceKind;
import ru.nastavnik.roadmap.Measure;
import ru.nastavnik.roadmap.Proof;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.files.StoredFileInfo;
import ru.nastavnik.shared.files.StoredFiles;

@Component
class CarryOutMeasureTask implements TaskWork {

    private final Roadmap roadmap;
    private final StoredFiles files;

    CarryOutMeasureTask(Roadmap roadmap, StoredFiles files) {
        this.roadmap = roadmap;
        this.files = files;
    }

    @Override
    public String task() {
        return RoadmapMeasureProcess.CARRY_OUT_MEASURE;
    }

    @Override
    public String about(TaskContext task) {
        return roadmap.measure(task.subjectId()).shortTitle();
    }

    @Override
    public void show(TaskContext task, FormData form) {
        Measure measure = roadmap.measure(task.subjectId());
        form.put("title", measure.number() + ". " + measure.title())
                .put("due", FormData.period(measure.dueFrom(), measure.dueTo()))
                .choices(
                        "evidenceKinds",
                        measure.enterableEvidence(true).stream()
                                .map(kind -> new Choice(label(measure, kind), kind.name()))
                                .toList())
                .choices("roles", ResponsibleRoles.choices());
    }

    private static String label(Measure measure, EvidenceKind kind) {
        String label = switch (kind) {
            case FILE -> "Файл во вкладке «Файлы»";
            case LINK -> "Ссылка";
            case REFERENCE -> "Запись в деле (дело №, лист)";
            case ATTENDANCE, SYSTEM -> kind.title();
        };
        return measure.enterableEvidence(false).contains(kind) ? label : label + ", если документ уже есть";
    }

    /** Of a document that is there already; what has been carried out lies near the programme, see {@link #complete}. */
    @Override
    public DayBounds days(TaskContext task, String key) {
        return LocalActs.existingDays(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        Ending ending = answers.requiredChoice("outcome", Ending.class, "Отметьте, чем закончилось мероприятие.");
        switch (ending) {
            case DONE ->
                proofs(task, answers).forEach(proof -> {
                    roadmap.programme(task.programmeId())
                            .preparation(task.today())
                            .require("Дата проведения", proof.happenedOn());
                    roadmap.fulfil(task.subjectId(), proof);
                });
            case EXISTS -> proofs(task, answers).forEach(proof -> roadmap.fulfilWithExisting(task.subjectId(), proof));
            case NOT_REQUIRED ->
                roadmap.notRequired(
                        task.subjectId(),
                        answers.required("reason", "Напишите, почему мероприятие не требуется."),
                        task.today(),
                        task.actor());
            case HANDED_OVER ->
                roadmap.handOver(
                        task.subjectId(),
                        answers.requiredChoice("handOverTo", Role.class, "Выберите, кому передать мероприятие."));
        }
        task.set(RoadmapMeasureProcess.MEASURE_OUTCOME, ending.name());
    }

    /** Each file that has been attached to the measure is a proof of its own. */
    private List<Proof> proofs(TaskContext task, Answers answers) {
        LocalDate doneOn = answers.requiredDate("doneOn", "Укажите, когда это сделано.");
        EvidenceKind kind =
                answers.requiredChoice("evidenceKind", EvidenceKind.class, "Выберите, чем подтверждается мероприятие.");
        return switch (kind) {
            case FILE -> ofFiles(files.ofSubject(task.subjectId()), doneOn, task.actor());
            case LINK, REFERENCE ->
                List.of(new Proof(kind, answers.text("reference"), null, null, doneOn, task.actor()));
            case ATTENDANCE, SYSTEM -> throw Refusal.invalid("Выберите, чем подтверждается мероприятие.");
        };
    }

    private static List<Proof> ofFiles(List<StoredFileInfo> attached, LocalDate doneOn, UUID actor) {
        if (attached.isEmpty()) {
            throw Refusal.invalid("Приложите файл во вкладке «Файлы».");
        }
        return attached.stream()
                .map(file -> new Proof(EvidenceKind.FILE, file.name(), file.id(), null, doneOn, actor))
                .toList();
    }
}
