package ru.nastavnik.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;

/** Composes the texts of the orders on pairs. */
@Component
class PairOrders {

    static final String PAIRS_TITLE = "О закреплении наставнических пар";
    static final String REPLACEMENT_TITLE = "О замене наставника";

    private final People people;

    PairOrders(People people) {
        this.people = people;
    }

    String pairs(List<Mentorship> pairs) {
        Map<UUID, String> names = people.namesWithPosition(pairs.stream()
                .flatMap(pair -> pair.members().stream())
                .map(MentorshipMember::personId)
                .collect(Collectors.toSet()));
        String list = IntStream.range(0, pairs.size())
                .mapToObj(i -> "   " + (i + 1) + ") " + line(pairs.get(i), names))
                .collect(Collectors.joining(";\n"));
        return """
        В соответствии с Положением о системе (целевой модели) наставничества педагогических работников, на основании \
        письменных согласий участников

        ПРИКАЗЫВАЮ:

        1. Закрепить наставнические пары:
        %s.
        2. Наставникам составить персонализированные программы наставничества и передать их на утверждение.
        3. Куратору организовать работу пар и ознакомить участников с приказом под подпись.
        4. Контроль за исполнением приказа оставляю за собой.
        """.formatted(list);
    }

    private static String line(Mentorship pair, Map<UUID, String> names) {
        return "наставник: " + Known.in(names, pair.mentorId()) + "; " + mentees(pair, names) + "; форма: «"
                + pair.pairForm().title().toLowerCase(Locale.ROOT) + "»; срок работы: с "
                + date(pair.period().from()) + " по "
                + date(pair.period().to());
    }

    /** @return «наставляемый: …», «наставляемые (группа): …» */
    private static String mentees(Mentorship pair, Map<UUID, String> names) {
        return (pair.kind() == PairKind.GROUP ? "наставляемые (группа): " : "наставляемый: ")
                + pair.menteeIds().stream()
                        .map(id -> Known.in(names, id))
                        .sorted(RussianText.by(Function.identity()))
                        .collect(Collectors.joining("; "));
    }

    /**
     * @param orderNumberAndDate the order that assigned the pair, «№ 12 от 01.10.2026»; null when there was none
     * @param orderDate          date of the new order
     */
    String replacement(
            Mentorship pair, Replacement replacement, @Nullable String orderNumberAndDate, LocalDate orderDate) {
        Map<UUID, String> names = people.namesWithPosition(Stream.concat(
                        pair.menteeIds().stream(), Stream.of(replacement.oldMentorId(), replacement.newMentorId()))
                .toList());
        LocalDate released = replacement.releasedOn() == null ? orderDate : replacement.releasedOn();
        return """
        В соответствии с Положением о системе (целевой модели) наставничества педагогических работников

        ПРИКАЗЫВАЮ:

        1. Освободить от обязанностей наставника с %s: %s.
        2. Назначить наставником с %s: %s. Письменное согласие получено.
        3. %s.
        4. Срок работы пары не меняется: по %s включительно.
        5. %sКуратору обеспечить передачу дел новому наставнику и ознакомить участников с приказом под подпись.
        6. Контроль за исполнением приказа оставляю за собой.

        Основание замены: %s%s.
        """.formatted(
                        date(released),
                        Known.in(names, replacement.oldMentorId()),
                        date(orderDate),
                        Known.in(names, replacement.newMentorId()),
                        capitalised(mentees(pair, names)),
                        date(pair.period().to()),
                        orderNumberAndDate == null ? "" : "Внести изменение в приказ " + orderNumberAndDate + ". ",
                        replacement.groundWording(),
                        replacement.basis() == null ? "" : " (" + replacement.basis() + ")");
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String date(LocalDate date) {
        return RussianDate.of(date);
    }
}
