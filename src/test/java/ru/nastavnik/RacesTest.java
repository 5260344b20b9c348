package ru.nastavnik;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nastavnik.support.SchoolYear.MENTEES;
import static ru.nastavnik.support.SchoolYear.MENTORS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.nastavnik.consent.Consents;
import ru.nastavnik.consent.Consents.Answer;
import ru.nastavnik.consent.Giver;
import ru.nastavnik.documents.ActKind;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.PairLists;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.organisation.Dismissals;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.participants.Side;
import ru.nastavnik.process.Processes;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.support.DeviationTest;
import ru.nastavnik.support.Patience;
import ru.nastavnik.support.TasklistUser.OpenTask;
import ru.nastavnik.support.TasklistUser.Reply;
import ru.nastavnik.support.TestSchool;

/** One person begins before the other has finished: the second sees what the first did, or is told. */
class RacesTest extends DeviationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Consents consents;

    @Autowired
    private LocalActs acts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Dismissals dismissals;

    @Autowired
    private Processes processes;

    @Autowired
    private PairLists lists;

    @Test
    @DisplayName(
            "a reminder that is on its way while a person answers neither undoes the answer nor reminds that person")
    void reminderWhileSomebodyAnswers_leavesTheAnswer() {
        UUID collection = asked();
        UUID answering = school.personOf("deputy");
        UUID consent = consentOf(answering, "PROCESSING");
        UUID silent = school.personOf("lead");

        CompletableFuture<?> reminded = transaction.execute(status -> {
            answer(new Answer(consent, true));
            return meanwhile(() -> consents.remind(collection));
        });

        assertThat(reminded.join())
                .asInstanceOf(InstanceOfAssertFactories.collection(UUID.class))
                .contains(silent);
        assertThat(text("select state from consent where id = ?", consent)).isEqualTo("GIVEN");
        assertThat(count("select reminders from consent where id = ?", consent)).isZero();
        assertThat(count("select sum(reminders) from consent where person_id = ?", silent))
                .isEqualTo(2);
        consents.remind(collection);
        assertThat(consents.remind(collection))
                .as("two reminders are all there are")
                .isEmpty();
    }

    @Test
    @DisplayName("somebody answers while the curator enters their refusal: they are told, nothing breaks")
    void answerWhileARefusalTakesTheQuestionBack_isToldSo() {
        asked();
        UUID person = school.personOf("deputy");
        Answer refusal = new Answer(consentOf(person, "PROCESSING"), false);
        Answer answer = new Answer(consentOf(person, "PARTICIPATION"), true);

        CompletableFuture<?> answered = transaction.execute(status -> {
            answer(refusal);
            return meanwhile(() -> {
                answer(answer);
                return null;
            });
        });

        assertThat(failureOf(answered))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Этого согласия больше не ждут.");
        assertThat(texts("select state from consent where person_id = ?", person))
                .containsExactlyInAnyOrder("REFUSED", "TAKEN_BACK");
    }

    @Test
    @DisplayName("a consent that has just been given is not taken back with the others")
    void refusalWhileAnotherConsentIsGiven_leavesIt() {
        asked();
        UUID person = school.personOf("deputy");
        Answer given = new Answer(consentOf(person, "PARTICIPATION"), true);
        Answer refusal = new Answer(consentOf(person, "PROCESSING"), false);

        CompletableFuture<?> refused = transaction.execute(status -> {
            answer(given);
            return meanwhile(() -> {
                answer(refusal);
                return null;
            });
        });

        refused.join();
        assertThat(texts("select state from consent where person_id = ? order by kind", person))
                .containsExactly("GIVEN", "REFUSED");
    }

    @Test
    @DisplayName("the same withdrawal entered by two at once: it is written down once, the second is told")
    void twoWithdrawalsAtOnce_theSecondIsTold() {
        asked();
        UUID consent = consentOf(school.personOf("deputy"), "PROCESSING");
        answer(new Answer(consent, true));
        Entry application = new Entry(Door.PAPER, DAY, PROOF, null);

        CompletableFuture<?> second = transaction.execute(status -> {
            consents.withdraw(school.id, consent, application);
            return meanwhile(() -> consents.withdraw(school.id, consent, application));
        });

        assertThat(failureOf(second)).isInstanceOf(Refusal.class).hasMessageStartingWith("Согласие уже отозвано");
        assertThat(eventsOf(consent)).containsExactly("AWAITED", "GIVEN", "WITHDRAWN");
    }

    @Test
    @DisplayName("a password that is changed while the access is being closed does not open it again")
    void passwordChangedDuringADismissal_accessStaysClosed() {
        UUID account = school.accountOf("deputy");

        CompletableFuture<?> changed = transaction.execute(status -> {
            dismisses("deputy");
            return meanwhile(() -> {
                accounts.changeOwnPassword(account, TestSchool.PASSWORD, "another battery");
                return null;
            });
        });

        changed.join();
        assertThat(one(Boolean.class, "select blocked from account where id = ?", account))
                .isTrue();
    }

    @Test
    @DisplayName("an act that is given up while it is being drafted is not drafted after all: the second is told")
    void twoChangesOfOneAct_theSecondIsTold() {
        UUID act = acts.request(school.id, null, null, ActKind.OTHER, "Правила", Role.CURATOR);

        CompletableFuture<?> drafted = transaction.execute(status -> {
            acts.notRequired(act, "Есть другие правила");
            status.flush();
            return meanwhile(() -> {
                acts.draft(act, "Правила", "Текст", false, null);
                return null;
            });
        });

        assertThat(failureOf(drafted)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(text("select state from local_act where id = ?", act)).isEqualTo("NOT_REQUIRED");
    }

    @Test
    @DisplayName("of two who start the same process about the same thing at the same moment only one does")
    void twoStartsOfOneThing_startOneInstance() {
        UUID programme = year.programmeApproved().programmeId;

        CompletableFuture<?> started = transaction.execute(status -> {
            startApproval(programme);
            return meanwhile(() -> {
                transaction.executeWithoutResult(other -> startApproval(programme));
                return null;
            });
        });

        started.join();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("PersonalProgrammeApprovalProcess")
                        .processInstanceBusinessKey(programme.toString())
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a mentor leaves while the director approves a pair with them: the director is told, no pair begins")
    void mentorLeavesDuringAnApproval_noPairBegins() {
        banksFilled();
        String mentor = MENTORS.get(0);
        year.pairsProposed(MENTEES.get(0), mentor);
        OpenTask approve = school.director().task("UserTask_ApprovePairList");
        List<String> all = school.director().options(approve, "pairOptions");

        CompletableFuture<?> approved = transaction.execute(status -> {
            dismisses(mentor);
            return meanwhile(() -> school.director().submit(approve.id(), "approvedIds", all, "door", "SCREEN"));
        });

        assertThat(((Reply) approved.join()).message())
                .startsWith(mentor + " А. Е. больше не работает или не учится здесь.");
        assertThat(texts("select state from mentorship where organisation_id = ?", school.id))
                .as("what was proposed with somebody who has left is dropped")
                .containsExactly("DROPPED");
    }

    @Test
    @DisplayName(
            "a mentor's last place: the mentor takes a pair over while the director approves another: it is given once")
    @Requirement("E7")
    void lastPlaceByTwoDoors_isGivenOnce() {
        String mentor = MENTORS.get(2);
        pairsAtWork(MENTEES.get(0), MENTORS.get(0));
        year.on("2025-10-01");
        organisations.policy(school.id);
        database.update("update organisation_policy set max_mentees = 1 where organisation_id = ?", school.id);
        asksToTakeOver(pairOf(MENTEES.get(0)), mentor);
        post(school.curator(), "/pairs", "/pairs/lists", Map.of("programmeId", year.programmeId.toString()), "");
        year.pairsProposed(MENTEES.get(1), mentor);
        UUID pair = pairOf(MENTEES.get(1));
        UUID list = one(UUID.class, "select pair_list_id from mentorship where id = ?", pair);
        OpenTask answer = school.as(mentor).task("UserTask_AnswerNewMentor");

        CompletableFuture<?> agreed = transaction.execute(status -> {
            lists.decide(
                    list, List.of(pair), null, new Decider(null, "Директор"), new Entry(Door.PAPER, DAY, PROOF, null));
            return meanwhile(() -> school.as(mentor).submit(answer.id(), "answer", "GIVEN", "door", "SCREEN"));
        });

        assertThat(((Reply) agreed.join()).message()).startsWith("Наставник " + mentor + " А. Е.: сейчас 1 из 1");
        assertThat(text("select state from replacement where mentorship_id = ?", pairOf(MENTEES.get(0))))
                .isEqualTo("SEARCH");
        assertThat(count(
                        "select count(*) from mentorship_member where person_id = ? and side = 'MENTOR' and holds",
                        school.personOf(mentor)))
                .isEqualTo(1);
    }

    private void dismisses(String who) {
        LocalDate today = organisations.today(school.id);
        dismissals.dismiss(
                school.id,
                school.personOf(who),
                today,
                new Decider(school.personOf("director"), "Директор"),
                new Entry(Door.SCREEN, today, null, school.accountOf("director")));
    }

    private void asksToTakeOver(UUID pair, String mentor) {
        post(
                school.curator(),
                "/pairs",
                "/pairs/" + pair + "/replacement",
                Map.of("request", "Нужен другой наставник"),
                "Просьба о замене наставника отправлена куратору.");
        year.replacementAccepted("REASONED_REQUEST", "MENTOR", "2025-10-01");
        year.newMentorChosen(mentor);
    }

    private void startApproval(UUID programme) {
        processes.start(
                "PersonalProgrammeApprovalProcess", programme, school.id, Map.of("programmeId", programme.toString()));
    }

    /** @return a collection in which two people have been asked for two consents each */
    private UUID asked() {
        UUID programme = year.programmeApproved().programmeId;
        UUID collection = consents.openCollection(school.id, programme, Side.MENTEE);
        for (String who : List.of("deputy", "lead")) {
            for (String kind : List.of("PROCESSING", "PARTICIPATION")) {
                consents.ask(collection, school.personOf(who), kind, Giver.SELF);
            }
        }
        return collection;
    }

    private UUID consentOf(UUID person, String kind) {
        return one(UUID.class, "select id from consent where person_id = ? and kind = ?", person, kind);
    }

    private void answer(Answer answer) {
        consents.answer(List.of(answer), new Entry(Door.PAPER, DAY, PROOF, null));
    }

    /** Begins this in another transaction and goes on once it waits for this one. */
    private CompletableFuture<?> meanwhile(Supplier<?> work) {
        CompletableFuture<?> begun = CompletableFuture.supplyAsync(work);
        Instant end = Instant.now().plus(Patience.TIME);
        while (count("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                        + "and datname = current_database()")
                == 0) {
            if (begun.isDone() || Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "It has not waited", begun.isCompletedExceptionally() ? failureOf(begun) : null);
            }
            Thread.onSpinWait();
        }
        return begun;
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            return e.getCause();
        }
        throw new AssertionError("It has not failed");
    }
}
