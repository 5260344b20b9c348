package ru.nastavnik.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.consent.ConsentEventRepository.Told;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.People;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Known;
import ru.nastavnik.shared.RussianDate;
import ru.nastavnik.shared.RussianText;

/** Every consent of the school with all that has happened to it, as people read it. */
@Service
@Transactional(readOnly = true)
public class ConsentRegister {

    /**
     * One consent.
     *
     * @param since   the day of its state
     * @param note    the term, or what has to be done after a withdrawal; null when nothing
     * @param given   whether it can be withdrawn
     * @param history oldest first: «05.09.2025: Согласие получено, на бумаге (дело 05-12, л. 4)»
     */
    public record Row(
            UUID id,
            String person,
            String title,
            String state,
            String since,
            @Nullable String note,
            boolean given,
            List<String> history) {}

    private final ConsentRepository consents;
    private final ConsentEventRepository events;
    private final Organisations organisations;
    private final People people;

    ConsentRegister(
            ConsentRepository consents, ConsentEventRepository events, Organisations organisations, People people) {
        this.consents = consents;
        this.events = events;
        this.organisations = organisations;
        this.people = people;
    }

    /** @return by person, then in the order of the kinds */
    public List<Row> of(UUID organisationId) {
        List<Consent> all = consents.findByOrganisationId(organisationId);
        ZoneId zone = organisations.get(organisationId).zone();
        Map<UUID, String> names =
                people.fullNames(all.stream().map(Consent::personId).toList());
        Map<UUID, List<String>> told = events.toldIn(organisationId).stream()
                .collect(Collectors.groupingBy(
                        Told::consentId, Collectors.mapping(event -> sentence(event, zone), Collectors.toList())));
        return all.stream()
                .sorted(RussianText.by((Consent consent) -> Known.in(names, consent.personId()))
                        .thenComparing(Consent.BY_KIND))
                .map(consent -> new Row(
                        consent.id(),
                        Known.in(names, consent.personId()),
                        consent.title(),
                        consent.state().title(),
                        RussianDate.of(since(consent)),
                        note(consent),
                        consent.state() == ConsentState.GIVEN,
                        told.getOrDefault(consent.id(), List.of())))
                .toList();
    }

    private static LocalDate since(Consent consent) {
        return consent.answeredOn() == null ? consent.requestedOn() : consent.answeredOn();
    }

    private static @Nullable String note(Consent consent) {
        if (consent.state() == ConsentState.GIVEN) {
            LocalDate until = consent.kind().validUntil(consent.answerDay());
            return until == null ? null : "действует по " + RussianDate.of(until);
        }
        LocalDate eraseBy =
                consent.state() == ConsentState.WITHDRAWN ? consent.kind().eraseBy(consent.answerDay()) : null;
        return eraseBy == null ? null : "уничтожить данные до " + RussianDate.of(eraseBy) + " включительно";
    }

    private static String sentence(Told event, ZoneId zone) {
        String what = event.state() == ConsentState.AWAITED
                ? "запрошено, текст № " + event.textVersion()
                : lower(event.state().title());
        LocalDate recordedOn = LocalDate.ofInstant(event.recordedAt(), zone);
        return RussianDate.of(event.happenedOn()) + ": " + what
                + (event.door() == null ? "" : ", " + door(event.door()))
                + (event.proof() == null ? "" : " (" + event.proof() + ")")
                + (recordedOn.equals(event.happenedOn()) ? "" : ", внесено " + RussianDate.of(recordedOn));
    }

    private static String door(Door door) {
        return switch (door) {
            case SCREEN -> "на экране";
            case PAPER -> "на бумаге";
            case WORDS -> "со слов";
        };
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
