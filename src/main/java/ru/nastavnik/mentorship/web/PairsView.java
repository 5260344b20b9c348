package ru.nastavnik.mentorship.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page «Пары и группы» shows.
 *
 * @param searches  running programmes with their mentees without a mentor; empty for those who see only their own pairs
 * @param working   pairs that work, by the mentee's name
 * @param ended     pairs that have ended, the last first
 * @param mayManage whether the visitor may enter people, open lists, finish and terminate
 * @param staff     who can be entered in a bank; empty unless the visitor manages
 * @param topics    with what help is needed or given; empty unless the visitor manages
 */
record PairsView(
        List<Search> searches,
        List<Pair> working,
        List<Ended> ended,
        boolean mayManage,
        List<Choice> staff,
        List<Choice> topics) {

    record Choice(String label, String value) {}

    /**
     * @param underWay  whether pairs of this programme are being formed just now
     * @param openTasks «Подобрать пары», in quotes, with a comma between: what is to be done about it; empty when nothing
     * @param mentees   «Петров П. П.», what is wanted, since when
     * @param awaited   who is named and has not answered yet: «Петров П. П. (наставник)»
     */
    record Search(
            UUID programmeId,
            String programme,
            boolean underWay,
            String openTasks,
            List<Mentee> mentees,
            List<String> awaited) {}

    record Mentee(String name, String topics, @Nullable String since) {}

    /**
     * @param label            «Иванова А. П. — Петров П. П.»
     * @param mentor           «Новый наставник ищется» while nobody works in the place of the last one
     * @param mentees          «Петров П. П., Сидорова С. С.»
     * @param former           «до 14.02.2026 – Иванова А. П., наставник»: who has left, by the last day
     * @param leavers          mentees who may be marked as leaving the group now; empty for a pair
     * @param mentorIsVisitor  whether the mentor's agreement can be given on the screen
     * @param mayAskForAnother whether the visitor may ask for another mentor now
     * @param mayBeFinished    whether the visitor may finish the pair before its time now
     * @param mayBeTerminated  whether the visitor may end the pair at once now
     * @param menteeIsVisitor  whether the mentee's word can be given on the screen
     */
    record Pair(
            UUID id,
            String label,
            String kind,
            String mentor,
            String mentees,
            List<String> former,
            List<Choice> leavers,
            String period,
            String state,
            String stateClass,
            @Nullable String lastMeeting,
            String programme,
            boolean replacement,
            boolean mentorIsVisitor,
            boolean mayAskForAnother,
            boolean mayBeFinished,
            boolean mayBeTerminated,
            boolean menteeIsVisitor) {}

    /** @param summary the result and the curator's conclusion; null when there is none or it is not for the visitor */
    record Ended(
            String mentor,
            String mentees,
            List<String> former,
            String period,
            String state,
            @Nullable String endedOn,
            @Nullable String reason,
            @Nullable String summary) {}
}
