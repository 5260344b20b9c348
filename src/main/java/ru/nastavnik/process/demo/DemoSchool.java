package ru.nastavnik.process.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.organisation.Enrolment;
import ru.nastavnik.organisation.NewPerson;
import ru.nastavnik.organisation.Organisation;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.SchoolClock;
import ru.nastavnik.shared.database.CannotStart;

/**
 * A school to try things out: made-up people whose processes have run from August until today. It is made once, before
 * the web server opens, in an empty database, and marked as made when the last step is done: half a school is no school.
 */
@Component
@ConditionalOnProperty("nastavnik.demo.enabled")
class DemoSchool implements SmartLifecycle {

    static final String PASSWORD = "probny-vhod";
    private static final Logger LOG = LoggerFactory.getLogger(DemoSchool.class);
    private static final String MADE = "nastavnik.demo.made";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    /** Day of the year's story on which the pairs are formed; before it the year has only just begun. */
    private static final int STORY_DAYS = 50;

    private final Organisations organisations;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final DemoHands hands;
    private final SchoolClock clock;
    private final ProcessEngineConfigurationImpl engine;
    private boolean running;
    /** Set first of all, by {@link #live}. */
    @SuppressWarnings("NullAway.Init")
    private LocalDate yearStart;

    /** Set first of all, by {@link #live}. */
    @SuppressWarnings("NullAway.Init")
    private LocalDate today;

    DemoSchool(
            Organisations organisations,
            Enrolment enrolment,
            Accounts accounts,
            DemoHands hands,
            SchoolClock clock,
            ProcessEngineConfigurationImpl engine) {
        this.organisations = organisations;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.hands = hands;
        this.clock = clock;
        this.engine = engine;
    }

    @Override
    public void start() {
        running = true;
        if (engine.getManagementService().getProperties().containsKey(MADE)) {
            return;
        }
        if (!organisations.all().isEmpty()) {
            throw new CannotStart("Пробную школу создать не удалось. Удалите папку с данными (data) и запустите снова."
                    + " Если в базе настоящая школа, ничего не удаляйте: уберите NASTAVNIK_DEMO.");
        }
        LOG.info("Создаётся пробная школа…");
        // Jobs are done by hand under the moved clock; the executor must not meet them on the way.
        engine.getJobExecutor().shutdown();
        try {
            live();
        } catch (RuntimeException e) {
            LOG.error("The demo school could not be made", e);
            throw new CannotStart(
                    "Пробную школу создать не удалось. Удалите папку с данными (data) и запустите снова.", e);
        } finally {
            clock.release();
            if (engine.isJobExecutorActivate()) {
                engine.getJobExecutor().start();
            }
        }
    }

    /** Lives through the school's year until this moment and marks the school as made. */
    void live() {
        Instant now = clock.instant();
        today = clock.today(ZONE);
        yearStart = LocalDate.of(
                today.getMonthValue() >= Month.SEPTEMBER.getValue() ? today.getYear() : today.getYear() - 1, 9, 1);
        clock.moveTo(at(yearStart.minusDays(10)));
        register();
        prepare();
        fillBanks();
        formPairs();
        workThroughMonths();
        hands.liveUntil(now.isAfter(clock.instant()) ? now : clock.instant());
        leaveSomethingToDo();
        engine.getManagementService().setProperty(MADE, today.toString());
    }

    private void register() {
        UUID school = organisations.register(new Organisation(
                Organisation.Kind.SCHOOL,
                "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 7»",
                "Школа № 7",
                "Приозёрск-Лесной",
                ZONE,
                null));
        organisations.takeConsentOnScreen(
                school,
                "соглашение о простой электронной подписи от 28.08.2023 № 4",
                new Decider(null, Role.DIRECTOR.title()),
                new Entry(Door.SCREEN, organisations.today(school), null, null));
        LocalDate from = LocalDate.of(yearStart.getYear() - 1, 9, 1);
        Map<String, UUID> logins = new HashMap<>();
        for (DemoStaff.Member member : DemoStaff.ALL) {
            UUID personId = enrolment.enter(school, person(member));
            String login = Objects.requireNonNull(member.login(), "Everybody of this list logs in");
            logins.put(
                    login,
                    accounts.giveAccessWithPassword(
                            school, personId, login, PASSWORD, EnumSet.copyOf(member.roles()), "приказ № 15-ЛС", from));
        }
        DemoStaff.WITHOUT_LOGIN.forEach(member -> enrolment.enter(school, person(member)));
        hands.workIn(school, logins);
    }

    private static NewPerson person(DemoStaff.Member member) {
        return new NewPerson(
                Person.Category.STAFF, member.part(0), member.part(1), member.part(2), member.position(), null);
    }

    /** The roadmap is approved; the order exists, the Regulation is drafted and comes back from the director. */
    private void prepare() {
        day(-7);
        hands.start(
                "curator",
                "MentoringProgrammeProcess",
                "templateCode",
                "SCHOOL-TEACHERS-2025",
                "track",
                "STAFF",
                "periodFrom",
                yearStart.toString(),
                "periodTo",
                yearStart.plusYears(1).minusDays(1).toString());
        beginStageOn(storyDay(15), "4.1", "4.2");
        beginStageOn(storyDay(20), "5.1", "5.2", "5.3");
        hands.complete("curator", "UserTask_CompleteRoadmap", "step", "ACCEPT");
        hands.complete("director", "UserTask_ApproveRoadmap", "decision", "APPROVE", "door", "SCREEN");
        day(1);
        hands.complete(
                "curator",
                "UserTask_CiteActs",
                "act2State",
                "MAKE",
                "act1State",
                "EXISTS",
                "act1Number",
                "112-ОД",
                "act1Date",
                yearStart.minusDays(3).toString());
        hands.complete(
                "curator",
                "UserTask_DraftAct",
                "outcome",
                "DONE",
                "title",
                "Положение о системе (целевой модели) наставничества педагогических работников",
                "text",
                "1. Общие положения\n2. Порядок закрепления наставников\n3. Права и обязанности",
                "councilDemanded",
                true);
        if (!today.isBefore(yearStart.plusMonths(1))) {
            publishNews();
        }
    }

    /** In a year that has just begun the stages do not wait for the days that the template proposes. */
    private void beginStageOn(LocalDate day, String... rows) {
        for (String row : yearHasJustBegun() ? rows : new String[0]) {
            hands.complete(
                    "curator",
                    "UserTask_CompleteRoadmap",
                    "step",
                    "CHANGE",
                    "measureId",
                    hands.options("curator", "UserTask_CompleteRoadmap", "measures", row + ". ")
                            .get(0),
                    "dueFrom",
                    day.toString());
        }
    }

    private void fillBanks() {
        day(4);
        String[] mentees = surnames(DemoStaff.MENTEES);
        String[] mentors = surnames(DemoStaff.MENTORS);
        hands.complete(
                "curator",
                "UserTask_CollectRequests",
                "personIds",
                hands.options("curator", "UserTask_CollectRequests", "people", mentees),
                "topics",
                first(3, hands.options("curator", "UserTask_CollectRequests", "topicList")),
                "more",
                false,
                "door",
                "SCREEN");
        hands.complete(
                "lead",
                "UserTask_ProposeMentors",
                "personIds",
                hands.options("lead", "UserTask_ProposeMentors", "people", mentors),
                "topics",
                first(5, hands.options("lead", "UserTask_ProposeMentors", "topicList")),
                "more",
                false,
                "door",
                "SCREEN");
        day(6);
        DemoStaff.MENTORS.forEach(hands::consentToAll);
        DemoStaff.MENTEES.stream()
                .filter(login -> !login.equals(DemoStaff.UNDECIDED))
                .forEach(hands::consentToAll);
    }

    private void formPairs() {
        day(16);
        hands.complete(
                "curator",
                "UserTask_SelectMentors",
                "participantIds",
                hands.options("curator", "UserTask_SelectMentors", "candidates"),
                "door",
                "SCREEN");
        hands.complete(
                "curator",
                "UserTask_RecordTraining",
                "heldOn",
                storyDay(16).toString(),
                "eventKind",
                "ORIENTATION",
                "subject",
                "Установочная сессия наставников",
                "attendeeIds",
                hands.options("curator", "UserTask_RecordTraining", "mentors"),
                "reference",
                "дело 05-14, л. 6");
        day(22);
        for (int i = 0; i < DemoStaff.PAIRS; i++) {
            hands.complete(
                    "curator",
                    "UserTask_MatchPairs",
                    "step",
                    "ADD",
                    "menteeId",
                    hands.options("curator", "UserTask_MatchPairs", "mentees", surname(DemoStaff.MENTEES.get(i)))
                            .get(0),
                    "mentorId",
                    hands.options("curator", "UserTask_MatchPairs", "mentors", surname(DemoStaff.MENTORS.get(i)))
                            .get(0),
                    "pairForm",
                    "TEACHER_TEACHER",
                    "periodFrom",
                    storyDay(25).toString(),
                    "periodTo",
                    yearStart.plusMonths(9).minusDays(1).toString());
        }
        hands.complete("curator", "UserTask_MatchPairs", "step", "FINISH");
        day(24);
        hands.complete(
                "director",
                "UserTask_ApprovePairList",
                "approvedIds",
                hands.options("director", "UserTask_ApprovePairList", "pairOptions"),
                "door",
                "SCREEN");
        day(25);
        hands.complete(
                "clerk",
                "UserTask_RegisterPairOrder",
                "number",
                "148-ОД",
                "date",
                storyDay(25).toString());
        List<String> toAcknowledge = hands.options("clerk", "UserTask_MarkAcknowledged", "people");
        hands.complete(
                "clerk",
                "UserTask_MarkAcknowledged",
                "personIds",
                first(5, toAcknowledge),
                "door",
                "PAPER",
                "proof",
                "дело 01-05, л. 148");
        day(30);
        for (String mentor : DemoStaff.MENTORS.subList(0, DemoStaff.PAIRS)) {
            if (!mentor.equals(DemoStaff.SLOW_MENTOR)) {
                draftProgramme(mentor);
            }
        }
        hands.complete(
                "director",
                "UserTask_ApprovePersonalProgrammes",
                "approvedIds",
                hands.options("director", "UserTask_ApprovePersonalProgrammes", "pairs"),
                "door",
                "SCREEN");
    }

    private void draftProgramme(String mentor) {
        hands.complete(
                mentor,
                "UserTask_DraftPersonalProgramme",
                "goal",
                "Уверенно вести урок по обновлённому ФГОС",
                "content",
                "Сентябрь – октябрь: взаимопосещение уроков. Ноябрь – апрель: открытый урок, разбор. Май: итоги.");
    }

    /** Every month that has passed: meetings, support, news. The current month's tasks stay open. */
    private void workThroughMonths() {
        for (LocalDate month = yearStart.plusMonths(1);
                !month.isAfter(today.withDayOfMonth(1));
                month = month.plusMonths(1)) {
            LocalDate day = month.plusDays(1);
            if (day.isAfter(today) || day.isBefore(LocalDate.ofInstant(clock.instant(), ZONE))) {
                continue;
            }
            hands.liveUntil(at(day));
            if (month.equals(today.withDayOfMonth(1))) {
                return;
            }
            for (String mentor : DemoStaff.MENTORS.subList(0, DemoStaff.PAIRS)) {
                if (hands.has(mentor, "UserTask_MarkMeetings")) {
                    hands.complete(
                            mentor,
                            "UserTask_MarkMeetings",
                            "dates",
                            first(2, hands.options(mentor, "UserTask_MarkMeetings", "days", ", вт", ", чт")),
                            "none",
                            false,
                            "door",
                            "SCREEN");
                }
            }
            hands.complete(
                    "psychologist",
                    "UserTask_SupportMentee",
                    "metOn",
                    day.toString(),
                    "outcome",
                    "CONTINUE",
                    "reference",
                    "журнал консультаций",
                    "door",
                    "SCREEN");
            publishNews();
        }
    }

    private void publishNews() {
        hands.complete(
                "editor",
                "UserTask_PublishNews",
                "link",
                "https://school7.example/mentoring/" + clock.today(ZONE),
                "publishedOn",
                clock.today(ZONE).toString(),
                "stageIds",
                hands.options("editor", "UserTask_PublishNews", "stages"));
    }

    /** The council has seen the Regulation, the director has returned it; one programme has come late. */
    private void leaveSomethingToDo() {
        hands.complete(
                "clerk",
                "UserTask_RecordAgreement",
                "minutesNumber",
                "1",
                "minutesDate",
                storyDay(1).toString(),
                "agreement",
                "AGREED");
        hands.complete(
                "director",
                "UserTask_DecideOnAct",
                "versionId",
                hands.options("director", "UserTask_DecideOnAct", "versions").get(0),
                "decision",
                "RETURN",
                "remark",
                "Уточните пункт 2.3: срок наставничества не более одного года.",
                "door",
                "SCREEN");
        draftProgramme(DemoStaff.SLOW_MENTOR);
    }

    /** Moves to a day of the story, counted from 1 September. A year that has just begun is lived through faster. */
    private void day(int offset) {
        hands.liveUntil(at(storyDay(offset)));
    }

    private LocalDate storyDay(int offset) {
        long scaled = offset <= 0 || !yearHasJustBegun()
                ? offset
                : offset * ChronoUnit.DAYS.between(yearStart, today) / STORY_DAYS;
        return yearStart.plusDays(scaled);
    }

    private boolean yearHasJustBegun() {
        return today.isBefore(yearStart.plusDays(STORY_DAYS));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
    }

    private static String[] surnames(List<String> logins) {
        return logins.stream().map(DemoSchool::surname).toArray(String[]::new);
    }

    private static String surname(String login) {
        return DemoStaff.of(login).part(0);
    }

    private static List<String> first(int count, List<String> values) {
        return new ArrayList<>(values.subList(0, Math.min(count, values.size())));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which opens last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
