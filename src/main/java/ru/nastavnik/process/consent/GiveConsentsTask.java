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
import ru.nastavnik.process.task.FormData.Choice;
import ru.nastavnik.process.task.TaskContext;
import ru.nastavnik.process.task.TaskWork;
import ru.nastavnik.shared.DayBounds;

/**
 * «Дать согласие на участие»: a person answers for themselves everything that they have been asked. Each kind has its
 * own text and its own answer (E2).
 */
@Component
class GiveConsentsTask implements TaskWork {

    /** How many consents the form can ask for at once. */
    private static final int PLACES = 6;

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
        return people.fullName(personId(task));
    }

    @Override
    public void show(TaskContext task, FormData form) {
        form.put("onScreen", organisations.policy(task.organisationId()).consentOnScreen());
        List<Consent> asked = asked(task);
        for (int i = 0; i < PLACES; i++) {
            Consent consent = i < asked.size() ? asked.get(i) : null;
            form.put("title" + (i + 1), consent == null ? null : consent.title());
            form.put("text" + (i + 1), consent == null ? null : consents.text(consent));
            form.choices("options" + (i + 1), consent == null ? List.of() : options(consent));
        }
    }

    /** An answer says to which consent it is: the list may have changed since the form was opened. */
    private static List<Choice> options(Consent consent) {
        return List.of(
                new Choice("Даю согласие", OwnAnswer.GIVEN + " " + consent.id()),
                new Choice("Отказываюсь", OwnAnswer.REFUSED + " " + consent.id()));
    }

    private UUID personId(TaskContext task) {
        return participants.get(task.subjectId()).personId();
    }

    private List<Consent> asked(TaskContext task) {
        return consents.awaitedOf(task.programmeId(), personId(task));
    }

    @Override
    public DayBounds days(TaskContext task, String key) {
        return task.untilToday().notBefore(consents.firstText(), "день, с которого действуют тексты согласий");
    }

    @Override
    public void complete(TaskContext task, Answers answers) {
        List<Consent> asked = asked(task);
        List<Consents.Answer> own = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Consent consent = asked.get(i);
            String answer = answers.required(
                    "answer" + (i + 1),
                    "Выберите ответ на вопрос «" + consent.title() + "»: согласны или отказываетесь.");
            own.add(new Consents.Answer(consent.id(), answer.startsWith(OwnAnswer.GIVEN.name())));
        }
        consents.answer(own, task.entryOf(answers, personId(task)));
    }
}
