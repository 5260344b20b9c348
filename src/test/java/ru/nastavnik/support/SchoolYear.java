package ru.nastavnik.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import ru.nastavnik.support.TasklistUser.OpenTask;

/**
 * The school year of the roadmap 2025–2026, stage by stage, each step done by the person whose task it is. A test is a
 * sum of these steps and one deviation.
 */
public class SchoolYear {

    public static final List<String> MENTEES = List.of("Ахтырцева", "Бельмондова", "Вязовицын");
    public static final List<String> MENTORS = List.of("Гороховецкая", "Дюжикова", "Ерусланов");
    /** First days of the months from November on in which pairs work. */
    public static final List<String> MONTHS =
            List.of("2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01");

    private final TestSchool school;
    private final Consumer<String> day;
    private String now = "2025-09-01";
    private String template = "SCHOOL-TEACHERS-2025";
    public UUID programmeId;

    /** @param day moves the clock to a date and does what has become due */
    public SchoolYear(TestSchool school, Consumer<String> day) {
        this.school = school;
        this.day = day;
    }

    /** The programme is another one than that of the roadmap 2025–2026. */
    public SchoolYear by(String template) {
        this.template = template;
        return this;
    }

    /** The curator chooses the template of the programme. */
    public SchoolYear requested() {
        programmeId = school.curator()
                .start(
                        "MentoringProgrammeProcess",
                        "templateCode",
                        template,
                        "track",
                        "STAFF",
                        "periodFrom",
                        "2025-09-01",
                        "periodTo",
                        "2026-08-31");
        return this;
    }

    /** The curator chooses the template, completes the roadmap; the director approves it. */
    public SchoolYear programmeApproved() {
        day.accept("2025-08-25");
        requested();
        school.curator().complete("UserTask_CompleteRoadmap", "step", "ACCEPT");
        school.director().complete("UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");
        day.accept("2025-09-01");
        return this;
    }

    /** The order exists already and is cited; the Regulation is drafted, agreed by the council, approved, registered. */
    public SchoolYear actsInForce() {
        school.curator()
                .complete(
                        "UserTask_CiteActs",
                        "act2State",
                        "MAKE",
                        "act1State",
                        "EXISTS",
                        "act1Number",
                        "45-ОД",
                        "act1Date",
                        "2025-08-20");
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "Положение о системе наставничества",
                        "text",
                        "1. Общие положения. 2. Права и обязанности.",
                        "councilDemanded",
                        true);
        school.clerk()
                .complete(
                        "UserTask_RecordAgreement",
                        "minutesNumber",
                        "1",
                        "minutesDate",
                        "2025-08-29",
                        "agreement",
                        "AGREED");
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        OpenTask register = school.clerk().task("UserTask_RegisterAct");
        school.clerk()
                .complete(
                        register,
                        "number",
                        "12",
                        "date",
                        "2025-09-01",
                        "acquaintIds",
                        List.of(
                                school.personOf("curator").toString(),
                                school.personOf("deputy").toString()));
        OpenTask sheet = school.clerk().task("UserTask_MarkAcknowledged");
        school.clerk()
                .complete(
                        sheet,
                        "personIds",
                        school.clerk().options(sheet, "people"),
                        "door",
                        "PAPER",
                        "proof",
                        "дело 05-12, л. 3");
        return this;
    }

    /** Every open measure is carried out by whoever is responsible; its paper, if it is one, has been there before. */
    public SchoolYear measuresDone() {
        for (String who : List.of("deputy", "curator", "lead", "editor", "psychologist")) {
            for (OpenTask task : school.as(who).tasks("UserTask_CarryOutMeasure")) {
                if (who.equals("deputy")) {
                    // The template of a pair's programme and the report are documents: they are shown by themselves.
                    school.as(who).attach(task, "document.pdf", Attempts.PDF);
                    school.as(who).complete(task, "outcome", "DONE", "doneOn", now, "evidenceKind", "FILE");
                } else {
                    school.as(who)
                            .complete(
                                    task,
                                    "outcome",
                                    "DONE",
                                    "doneOn",
                                    now,
                                    "evidenceKind",
                                    "REFERENCE",
                                    "reference",
                                    "дело 05-12, л. 7");
                }
            }
        }
        return this;
    }

    /** Lives on until that day. */
    public SchoolYear on(String date) {
        now = date;
        day.accept(date);
        return this;
    }

    /** Requests and candidates are gathered; participants answer for their consents on the screen. */
    public SchoolYear banksFilled() {
        gathered();
        for (String name : MENTEES) {
            consented(name);
        }
        for (String name : MENTORS) {
            consented(name);
        }
        return this;
    }

    /** Requests and candidates are gathered, nobody has answered yet. */
    public SchoolYear gathered() {
        OpenTask requests = school.curator().task("UserTask_CollectRequests");
        school.curator()
                .complete(
                        requests,
                        "personIds",
                        people(MENTEES),
                        "topics",
                        school.curator().options(requests, "topicList").subList(0, 2),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        return mentorsProposed(MENTORS);
    }

    /** The subject lead names these people as mentors, and nobody more. */
    public SchoolYear mentorsProposed(List<String> mentors) {
        OpenTask propose = school.as("lead").task("UserTask_ProposeMentors");
        school.as("lead")
                .complete(
                        propose,
                        "personIds",
                        people(mentors),
                        "topics",
                        school.as("lead").options(propose, "topicList").subList(0, 3),
                        "more",
                        false,
                        "door",
                        "SCREEN");
        return this;
    }

    /** One participant agrees to all that is asked, on the screen. */
    public SchoolYear consented(String name) {
        TasklistUser person = school.as(name);
        OpenTask task = person.task("UserTask_GiveConsents");
        person.complete(task, consents(person, task, List.of("door", "SCREEN")));
        return this;
    }

    /**
     * What somebody answers to what the form asks them.
     *
     * @param door          the keys and answers of the door
     * @param titlesRefused beginnings of the titles of what is refused; everything else is agreed to
     */
    @SuppressWarnings("unchecked")
    public static Object[] consents(TasklistUser person, OpenTask task, List<String> door, String... titlesRefused) {
        List<Object> answers = new ArrayList<>(door);
        Map<String, Object> form = person.form(task);
        for (int i = 1; form.get("title" + i) instanceof String title; i++) {
            boolean refused = List.of(titlesRefused).stream().anyMatch(title::startsWith);
            var options = (List<Map<String, String>>) form.get("options" + i);
            answers.addAll(List.of("answer" + i, options.get(refused ? 1 : 0).get("value")));
        }
        return answers.toArray();
    }

    /** The curator chooses mentors from the bank; they are trained. */
    public SchoolYear mentorsSelected() {
        OpenTask select = school.curator().task("UserTask_SelectMentors");
        school.curator()
                .complete(select, "participantIds", school.curator().options(select, "candidates"), "door", "SCREEN");
        OpenTask training = school.curator().task("UserTask_RecordTraining");
        school.curator()
                .complete(
                        training,
                        "heldOn",
                        now,
                        "eventKind",
                        "ORIENTATION",
                        "subject",
                        "Установочная сессия",
                        "attendeeIds",
                        school.curator().options(training, "mentors"),
                        "reference",
                        "дело 05-12, л. 9");
        return this;
    }

    /** The curator proposes pairs: mentee and mentor by turns. */
    public SchoolYear pairsProposed(String... menteesAndMentors) {
        for (int i = 0; i < menteesAndMentors.length; i += 2) {
            OpenTask task = school.curator().task("UserTask_MatchPairs");
            school.curator()
                    .complete(
                            task,
                            "step",
                            "ADD",
                            "menteeId",
                            school.curator().option(task, "mentees", menteesAndMentors[i]),
                            "mentorId",
                            school.curator().option(task, "mentors", menteesAndMentors[i + 1]),
                            "pairForm",
                            "TEACHER_TEACHER",
                            "periodFrom",
                            now,
                            "periodTo",
                            "2026-05-31");
        }
        school.curator().complete("UserTask_MatchPairs", "step", "FINISH");
        return this;
    }

    /** The director approves the pairs of these mentees and returns the rest. */
    public SchoolYear pairsApproved(String... mentees) {
        OpenTask task = school.director().task("UserTask_ApprovePairList");
        List<String> approved = List.of(mentees).stream()
                .map(name -> school.director().option(task, "pairOptions", name))
                .toList();
        boolean all = approved.size()
                == school.director().options(task, "pairOptions").size();
        school.director()
                .complete(
                        task,
                        "approvedIds",
                        approved,
                        "remark",
                        all ? null : "Подберите другого наставника.",
                        "door",
                        "SCREEN");
        return this;
    }

    /** The director signed the list of all pairs on that day; the clerk enters it now. */
    public SchoolYear pairsApprovedOnPaper(String on) {
        OpenTask approve = school.clerk().task("UserTask_ApprovePairList");
        school.clerk()
                .complete(
                        approve,
                        "approvedIds",
                        school.clerk().options(approve, "pairOptions"),
                        "door",
                        "PAPER",
                        "happenedOn",
                        on,
                        "proof",
                        "дело 05-12, л. 9");
        return this;
    }

    /** The curator accepts the request for another mentor. */
    public SchoolYear replacementAccepted(String ground, String initiative, String noticeOn) {
        school.curator()
                .complete(
                        "UserTask_ReviewReplacement",
                        "review",
                        "ACCEPT",
                        "ground",
                        ground,
                        "initiative",
                        initiative,
                        "noticeOn",
                        noticeOn,
                        "basis",
                        "заявление");
        return this;
    }

    /** The curator finds this mentor, who is asked. */
    public SchoolYear newMentorChosen(String mentor) {
        OpenTask choose = school.curator().task("UserTask_ChooseNewMentor");
        school.curator()
                .complete(
                        choose, "search", "FOUND", "mentorId", school.curator().option(choose, "mentors", mentor));
        return this;
    }

    public SchoolYear pairOrderRegistered(String number) {
        school.clerk().complete("UserTask_RegisterPairOrder", "number", number, "date", now);
        on(now);
        OpenTask sheet = school.clerk().task("UserTask_MarkAcknowledged");
        school.clerk()
                .complete(
                        sheet,
                        "personIds",
                        school.clerk().options(sheet, "people"),
                        "door",
                        "PAPER",
                        "proof",
                        "дело 05-12, л. 11");
        return this;
    }

    /** Every mentor drafts the programmes of their pairs; the director approves them all at one sitting. */
    public SchoolYear personalProgrammesApproved() {
        return personalProgrammesApproved(MENTORS);
    }

    public SchoolYear personalProgrammesApproved(List<String> mentors) {
        for (String mentor : mentors) {
            for (OpenTask task : school.as(mentor).tasks("UserTask_DraftPersonalProgramme")) {
                school.as(mentor)
                        .complete(
                                task,
                                "goal",
                                "Освоить проектирование урока",
                                "content",
                                "Встречи, взаимопосещение уроков");
            }
        }
        while (school.director().has("UserTask_ApprovePersonalProgrammes")) {
            OpenTask task = school.director().task("UserTask_ApprovePersonalProgrammes");
            school.director().complete(task, "approvedIds", school.director().options(task, "pairs"), "door", "SCREEN");
        }
        return this;
    }

    /** Every mentor who is asked marks meetings: the first days that the form offers, whoever works with them was there. */
    public SchoolYear meetingsMarked(int perMonth) {
        MENTORS.forEach(mentor -> meetingsMarkedBy(mentor, perMonth));
        return this;
    }

    public SchoolYear meetingsMarkedBy(String mentor, int perMonth) {
        for (OpenTask task : school.as(mentor).tasks("UserTask_MarkMeetings")) {
            List<String> days = school.as(mentor).options(task, "days");
            assertThat(days).as("days offered to %s", mentor).hasSizeGreaterThanOrEqualTo(perMonth);
            school.as(mentor)
                    .complete(
                            task,
                            "dates",
                            days.subList(0, perMonth),
                            "menteeIds",
                            school.as(mentor).options(task, "mentees"),
                            "none",
                            false,
                            "door",
                            "SCREEN");
        }
        return this;
    }

    public SchoolYear newsPublished() {
        if (school.as("editor").has("UserTask_PublishNews")) {
            OpenTask news = school.as("editor").task("UserTask_PublishNews");
            school.as("editor")
                    .complete(
                            news,
                            "link",
                            "https://school.example/news/" + now,
                            "publishedOn",
                            now,
                            "stageIds",
                            school.as("editor").options(news, "stages"));
        }
        return this;
    }

    /** After the last month: final meetings by the mentors, results by the curator. */
    public SchoolYear pairsSummedUp() {
        for (String mentor : MENTORS) {
            for (OpenTask task : school.as(mentor).tasks("UserTask_HoldFinalMeeting")) {
                school.as(mentor)
                        .complete(
                                task,
                                "heldOn",
                                now,
                                "menteeIds",
                                school.as(mentor).options(task, "mentees"),
                                "result",
                                "Молодой педагог ведёт уроки уверенно",
                                "door",
                                "SCREEN");
            }
        }
        for (OpenTask task : school.curator().tasks("UserTask_SumUpPair")) {
            school.curator()
                    .complete(
                            task,
                            "resultKind",
                            "ACHIEVED",
                            "conclusion",
                            "Программа выполнена",
                            "questionnaires",
                            true);
        }
        return this;
    }

    public SchoolYear finalEventHeld() {
        return finalEventOrdered().finalEventRecorded();
    }

    /** The order on the final event goes the way of every act. */
    public SchoolYear finalEventOrdered() {
        school.curator()
                .complete(
                        "UserTask_DraftAct",
                        "outcome",
                        "DONE",
                        "title",
                        "О проведении итогового мероприятия",
                        "text",
                        "Провести круглый стол.",
                        "councilDemanded",
                        false);
        school.director().complete("UserTask_DecideOnAct", "decision", "APPROVE", "door", "SCREEN");
        school.clerk().complete("UserTask_RegisterAct", "number", "77", "date", now, "acquaintIds", List.of());
        return this;
    }

    public SchoolYear finalEventRecorded() {
        TasklistUser deputy = school.as("deputy");
        OpenTask event = deputy.task("UserTask_RecordFinalEvent");
        deputy.complete(
                event,
                "heldOn",
                now,
                "eventKind",
                "ROUND_TABLE",
                "attendeeIds",
                deputy.options(event, "participants"),
                "practices",
                "Карта наблюдения урока",
                "reference",
                "дело 05-12, л. 20");
        return this;
    }

    /** All seven stages, from the template to the closed programme: two pairs from September, the third from December. */
    public SchoolYear wholeYear() {
        programmeApproved().newsPublished().actsInForce().banksFilled().measuresDone();
        on("2025-09-15").mentorsSelected();
        on("2025-09-20")
                .pairsProposed(MENTEES.get(0), MENTORS.get(0), MENTEES.get(1), MENTORS.get(1))
                .pairsApproved(MENTEES.get(0), MENTEES.get(1))
                .pairOrderRegistered("101-ОД");
        // The third has no mentor yet: the psychologist supports, the search goes on, and finds one in winter.
        school.as("psychologist")
                .complete(
                        "UserTask_SupportMentee",
                        "metOn",
                        "2025-09-20",
                        "outcome",
                        "CONTINUE",
                        "reference",
                        "журнал консультаций",
                        "door",
                        "SCREEN");
        personalProgrammesApproved().on("2025-10-01").newsPublished().meetingsMarked(2);
        for (String month : MONTHS) {
            on(month).newsPublished().meetingsMarked(2);
            if (month.equals("2025-12-01")) {
                school.curator().post("/pairs", "/pairs/lists", Map.of("programmeId", programmeId.toString()));
                pairsProposed(MENTEES.get(2), MENTORS.get(2))
                        .pairsApproved(MENTEES.get(2))
                        .pairOrderRegistered("140-ОД")
                        .personalProgrammesApproved()
                        .meetingsMarked(1);
            }
        }
        measuresDone().finalEventHeld();
        on("2026-06-01").newsPublished().meetingsMarked(1).pairsSummedUp();
        school.as("editor")
                .complete(
                        "UserTask_PublishResults",
                        "link",
                        "https://school.example/results",
                        "publishedOn",
                        "2026-06-01");
        school.curator().complete("UserTask_CloseProgramme", "openPairs", "END", "conclusion", "Год завершён");
        return this;
    }

    public List<String> people(List<String> names) {
        return names.stream().map(name -> school.personOf(name).toString()).toList();
    }
}
