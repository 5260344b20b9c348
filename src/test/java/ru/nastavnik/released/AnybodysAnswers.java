package ru.nastavnik.released;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.nastavnik.support.Attempts;
import ru.nastavnik.support.TasklistUser;
import ru.nastavnik.support.TasklistUser.OpenTask;

/** How a willing person answers each task of a school year when nothing goes wrong. */
final class AnybodysAnswers {

    /** Answers to one opened form. */
    private interface Answering {
        List<Object> to(Map<String, Object> form, String day);
    }

    private final Map<String, Answering> byTask = new HashMap<>();
    private int number = 500;

    AnybodysAnswers() {
        answer(
                "ReviseAct",
                (form, day) -> List.of("title", form.get("title"), "text", form.get("text") + " Исправлено."));
        answer(
                "DraftAct",
                (form, day) -> List.of(
                        "outcome",
                        "DONE",
                        "title",
                        form.get("title"),
                        "text",
                        "Провести круглый стол.",
                        "councilDemanded",
                        false));
        answer("DecideOnAct", (form, day) -> List.of("decision", "APPROVE", "door", "SCREEN"));
        answer("RegisterAct", (form, day) -> List.of("number", next(), "date", day, "acquaintIds", List.of()));
        answer(
                "MarkAcknowledged",
                (form, day) -> List.of("personIds", all(form, "people"), "door", "PAPER", "proof", "дело 01-05, л. 3"));
        answer("GiveConsents", AnybodysAnswers::consents);
        answer(
                "CarryOutMeasure",
                (form, day) -> List.of(
                        "outcome",
                        "DONE",
                        "doneOn",
                        day,
                        "evidenceKind",
                        all(form, "evidenceKinds").get(0),
                        "reference",
                        "дело 05-12, л. 7"));
        answer(
                "SupportMentee",
                (form, day) -> List.of(
                        "metOn",
                        day,
                        "outcome",
                        "DECLINED",
                        "reference",
                        "журнал консультаций",
                        "door",
                        "PAPER",
                        "proof",
                        "дело 05-12, л. 8"));
        answer("MatchPairs", AnybodysAnswers::match);
        answer("ApprovePairList", (form, day) -> List.of("approvedIds", all(form, "pairOptions"), "door", "SCREEN"));
        answer("RegisterPairOrder", (form, day) -> List.of("number", next(), "date", day));
        answer("DraftPersonalProgramme", (form, day) -> List.of("goal", "Вести урок уверенно", "content", "Встречи"));
        answer(
                "ApprovePersonalProgrammes",
                (form, day) -> List.of("approvedIds", all(form, "pairs"), "door", "SCREEN"));
        answer("MarkMeetings", AnybodysAnswers::meetings);
        answer(
                "HoldFinalMeeting",
                (form, day) -> List.of(
                        "heldOn",
                        day,
                        "menteeIds",
                        all(form, "mentees"),
                        "result",
                        "Ведёт уроки уверенно",
                        "door",
                        "SCREEN"));
        answer(
                "SumUpPair",
                (form, day) ->
                        List.of("resultKind", "ACHIEVED", "conclusion", "Программа выполнена", "questionnaires", true));
        answer(
                "PublishNews",
                (form, day) -> List.of(
                        "link",
                        "https://school7.example/news/" + day,
                        "publishedOn",
                        day,
                        "stageIds",
                        all(form, "stages")));
        answer("PublishResults", (form, day) -> List.of("link", "https://school7.example/results", "publishedOn", day));
        answer(
                "RecordFinalEvent",
                (form, day) -> List.of(
                        "heldOn",
                        day,
                        "eventKind",
                        "ROUND_TABLE",
                        "attendeeIds",
                        all(form, "participants"),
                        "practices",
                        "Карта наблюдения урока",
                        "reference",
                        "дело 05-12, л. 20"));
        answer("CloseProgramme", (form, day) -> List.of("openPairs", "END", "conclusion", "Год завершён"));
    }

    private static List<Object> match(Map<String, Object> form, String day) {
        List<String> mentees = all(form, "mentees");
        List<String> mentors = all(form, "mentors");
        return mentees.isEmpty() || mentors.isEmpty()
                ? List.of("step", "FINISH")
                : List.of(
                        "step",
                        "ADD",
                        "menteeId",
                        mentees.get(0),
                        "mentorId",
                        mentors.get(0),
                        "pairForm",
                        "TEACHER_TEACHER",
                        "periodFrom",
                        day,
                        "periodTo",
                        LocalDate.parse(day).plusMonths(3).toString());
    }

    private void answer(String task, Answering answering) {
        byTask.put("UserTask_" + task, answering);
    }

    /** What has to be shown by a file is attached first. */
    Object[] to(TasklistUser user, OpenTask task, String day) {
        List<Object> answers = Objects.requireNonNull(
                        byTask.get(task.key()), "nobody knows how to answer " + task.key())
                .to(user.form(task), day);
        if (answers.contains("FILE")) {
            user.attach(task, "document.pdf", Attempts.PDF);
        }
        return answers.toArray();
    }

    private String next() {
        return ++number + "-ОД";
    }

    /** Consents stand in numbered places; the first answer of each is yes. */
    private static List<Object> consents(Map<String, Object> form, String day) {
        List<Object> answers = new ArrayList<>(List.of("door", "SCREEN"));
        for (int place = 1; form.get("title" + place) instanceof String; place++) {
            answers.addAll(
                    List.of("answer" + place, all(form, "options" + place).get(0)));
        }
        return answers;
    }

    private static List<Object> meetings(Map<String, Object> form, String day) {
        List<String> days = all(form, "days");
        return days.isEmpty()
                ? List.of("none", true, "reason", "Каникулы", "door", "SCREEN")
                : List.of(
                        "dates",
                        days.subList(0, 1),
                        "menteeIds",
                        all(form, "mentees"),
                        "none",
                        false,
                        "door",
                        "SCREEN");
    }

    @SuppressWarnings("unchecked")
    private static List<String> all(Map<String, Object> form, String optionsKey) {
        return ((List<Map<String, String>>) form.get(optionsKey))
                .stream().map(choice -> choice.get("value")).toList();
    }
}
