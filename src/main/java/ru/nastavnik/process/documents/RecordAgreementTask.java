package ru.nastavnik.process.documents;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.AgreementDecision;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.roadmap.Roadmap;
import ru.nastavnik.shared.DayBounds;

/** «Внести решение о согласовании»: of the teachers' council, the trade union, whoever must agree now. */
@Component
class RecordAgreementTask extends ActTask {

    private final Roadmap roadmap;

    RecordAgreementTask(LocalActs acts, Roadmap roadmap) {
        super(acts);
        this.roadmap = roadmap;
    }

    @Override
    public String task() {
        return LocalActApprovalProcess.RECORD_AGREEMENT;
    }

    @Override
    public void show(TaskContext task, FormData form) {
        LocalAct act = act(task);
        form.put("body", act.awaitedBody().orElse(null));
        showText(act, form);
        showAnnexes(act, form);
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return roadmap.programme(task.programmeId()).preparation(task.today());
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        String minutes = answers.required("minutesNumber", "Укажите номер протокола.");
        LocalDate on = answers.requiredDate("minutesDate", "Укажите дату протокола.");
        AgreementDecision decision =
                answers.requiredChoice("agreement", AgreementDecision.class, "Отметьте, согласован ли проект.");
        String remark = switch (decision) {
            case AGREED -> null;
            case REMARKS -> answers.required("remark", "Напишите, что просят исправить.");
        };
        boolean awaited = acts.recordAgreement(task.subjectId(), minutes, on, decision, remark, task.actor());
        task.set(LocalActApprovalProcess.AGREEMENT, decision.name());
        task.set(LocalActApprovalProcess.AGREEMENT_AWAITED, awaited);
    }
}
