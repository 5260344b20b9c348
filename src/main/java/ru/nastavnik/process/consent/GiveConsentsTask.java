package ru.nastavnik.process.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.nastavnik.consent.Consent;
import ru.nastavnik.consent.ConsentKind;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.participants.Participants;
import ru.nastavnik.process.task.Answers;
import ru.nastavnik.process.task.FormData;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;

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

    /** Keys of the form for one kind of consent. */
    private record Field(ConsentKind kind, String asked, String text, String answer) {}

    private static final List<Field> FIELDS = List.of(
            new Field(ConsentKind.PROCESSING, "askProcessing", "processingText", "processing"),
            new Field(ConsentKind.PARTICIPATION, "askParticipation", "participationText", "participation"),
            new Field(ConsentKind.EXTRA_DUTIES, "askDuties", "dutiesText", "duties"));

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
        FIELDS.forEach(field -> {
            List<Consent> asked = asked(task, field.kind());
            form.put(field.asked(), !asked.isEmpty());
            if (!asked.isEmpty()) {
                form.put(field.text(), consents.text(asked.get(0)));
            }
        });
    }

    private UUID personId(TaskContext task) {
        return participants.get(task.subjectId()).personId();
    }

    private List<Consent> asked(TaskContext task, ConsentKind kind) {
        return consents.awaitedOf(task.programmeId(), personId(task)).stream()
                .filter(consent -> consent.kind() == kind)
                .toList();
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<Consents.Answer> own = new ArrayList<>();
        FIELDS.forEach(field -> asked(task, field.kind())
                .forEach(consent -> own.add(new Consents.Answer(
                        consent.id(),
                        answers.requiredChoice(
                                        field.answer(),
                                        OwnAnswer.class,
                                        "Выберите ответ на вопрос «"
                                                + field.kind().title() + "»: согласны или отказываетесь.")
                                == OwnAnswer.GIVEN))));
        consents.answer(own, task.entryOf(answers, personId(task)), task.subjectId());
    }
}
