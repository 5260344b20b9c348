package ru.nastavnik.process.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.Refusal;

/**
 * «Дать согласие на участие»: a person answers for themselves everything that they have been asked. Each kind has its
 * own text and its own answer (E2).
 */
@Component
class GiveConsentsTask implements TaskWork {

    private enum OwnAnswer {
        GIVEN,
        REFUSED
    }

    private final Consents consents;
    private final Participants participants;
    private final Organisations organisations;
    private final People people;

    GiveConsentsTask(Consents consents, Participants participants, Organisations organisations, People people) {
        this.consents = consents;
        this.participants = participants;
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public String task() {
        return PersonalConsentProcess.GIVE_CONSENTS;
    }

    @Override
    public String about(TaskContext task) {
        return people.shortName(personId(task));
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("onScreen", organisations.policy(task.organisationId()).consentOnScreen());
        form.table("consents");
        asked(task).forEach(consent -> form.row("consents", "title", consent.title(), "text", consents.text(consent)));
    }

    private UUID personId(TaskContext task) {
        return participants.get(task.subjectId()).personId();
    }

    private List<Consent> asked(TaskContext task) {
        return consents.awaitedOf(task.programmeId(), personId(task));
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<Consent> asked = asked(task);
        List<Answers> rows = answers.rows("consents");
        List<Consents.Answer> own = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Consent consent = asked.get(i);
            String sentence = "Выберите ответ на вопрос «" + consent.title() + "»: согласны или отказываетесь.";
            if (rows.isEmpty()) {
                throw Refusal.invalid(sentence);
            }
            OwnAnswer answer = rows.get(i).requiredChoice("answer", OwnAnswer.class, sentence);
            own.add(new Consents.Answer(consent.id(), answer == OwnAnswer.GIVEN));
        }
        consents.answer(own, task.entryOf(answers, personId(task)), task.subjectId());
    }
}
