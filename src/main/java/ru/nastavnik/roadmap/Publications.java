package ru.nastavnik.roadmap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.shared.Refusal;

/** News on the school's site: every stage that runs or has run is to be told of. */
@Service
@Transactional
public class Publications {

    /** What there is to tell of. */
    public record Milestone(LocalDate on, String event) {}

    private static final Set<Outcome> PUBLISHED = Set.of(Outcome.NEWS_PUBLISHED, Outcome.RESULTS_PUBLISHED);

    private final PublicationRepository publications;
    private final OccasionRepository occasions;
    private final Roadmap roadmap;
    private final Organisations organisations;

    Publications(
            PublicationRepository publications,
            OccasionRepository occasions,
            Roadmap roadmap,
            Organisations organisations) {
        this.publications = publications;
        this.occasions = occasions;
        this.roadmap = roadmap;
        this.organisations = organisations;
    }

    /** @return publications of the programme, oldest first */
    @Transactional(readOnly = true)
    public List<Publication> of(UUID programmeId) {
        return publications.findByProgrammeIdOrderByPublishedOn(programmeId);
    }

    /** @return stages that run or have run and of which nothing has been published, without the publishing one */
    @Transactional(readOnly = true)
    public List<Stage> uncovered(UUID programmeId) {
        Set<UUID> covered = of(programmeId).stream()
                .flatMap(publication -> publication.stageIds().stream())
                .collect(Collectors.toSet());
        return told(programmeId).filter(stage -> !covered.contains(stage.id())).toList();
    }

    /** @return stages that a publication may tell of: those that run or have run */
    @Transactional(readOnly = true)
    public List<Stage> coverable(UUID programmeId) {
        return begun(programmeId).toList();
    }

    /** @return what has happened since the last publication, oldest first */
    @Transactional(readOnly = true)
    public List<Milestone> milestones(UUID programmeId) {
        LocalDate since = of(programmeId).stream()
                .map(Publication::publishedOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        Stream<Milestone> opened = told(programmeId)
                .map(stage -> new Milestone(
                        Objects.requireNonNull(stage.openedOn(), "What has begun has its first day"),
                        "Начат этап «" + stage.title() + "»"));
        Stream<Milestone> closed = told(programmeId)
                .filter(stage -> stage.closedOn() != null)
                .map(stage -> new Milestone(stage.closedOn(), "Завершён этап «" + stage.title() + "»"));
        Stream<Milestone> done = roadmap.rows(programmeId).stream()
                .filter(row -> row.state() == Measure.State.DONE
                        && row.outcomes().stream().noneMatch(PUBLISHED::contains))
                .map(row -> new Milestone(
                        Objects.requireNonNull(row.doneOn(), "What is done has its day"),
                        "Выполнено: " + row.shortTitle()));
        Stream<Milestone> held = occasions.findByProgrammeIdOrderByHeldOn(programmeId).stream()
                .map(occasion -> new Milestone(
                        occasion.heldOn(),
                        "Проведено: " + occasion.kind().title()
                                + (occasion.subject() == null ? "" : " «" + occasion.subject() + "»")));
        return Stream.of(opened, closed, done, held)
                .flatMap(all -> all)
                .filter(milestone -> milestone.on().isAfter(since))
                .sorted(Comparator.comparing(Milestone::on))
                .toList();
    }

    /**
     * Records a publication. The news are published when no stage that runs or has run is left untold; until then the
     * publication is one of the proofs of their rows.
     *
     * @param stageIds stages that it tells of
     * @param by       account that enters it
     * @throws Refusal when the link is not one, the day has not come yet, a stage has not begun, or the programme has ended
     */
    public void published(UUID programmeId, String link, LocalDate on, Collection<UUID> stageIds, UUID by) {
        keep(programmeId, link, on, stageIds);
        boolean allTold =
                uncovered(programmeId).isEmpty() && told(programmeId).findAny().isPresent();
        if (allTold) {
            roadmap.reach(programmeId, Outcome.NEWS_PUBLISHED, proof(link, on, by));
        } else {
            roadmap.addEvidence(programmeId, Outcome.NEWS_PUBLISHED, proof(link, on, by));
        }
    }

    /** Records the publication of the results. It tells of all stages: with it the news are published too. */
    public void resultsPublished(UUID programmeId, String link, LocalDate on, UUID by) {
        keep(
                programmeId,
                link,
                on,
                coverable(programmeId).stream().map(Stage::id).toList());
        PUBLISHED.forEach(outcome -> roadmap.reach(programmeId, outcome, proof(link, on, by)));
    }

    private void keep(UUID programmeId, String link, LocalDate on, Collection<UUID> stageIds) {
        Programme programme = roadmap.programme(programmeId);
        programme.demandNotEnded();
        programme.preparation(organisations.today(programme.organisationId())).require("Дата публикации", on);
        String address = Objects.requireNonNull(proof(link, on, null).reference(), "A link is demanded");
        Set<UUID> known = coverable(programmeId).stream().map(Stage::id).collect(Collectors.toSet());
        if (!known.containsAll(stageIds)) {
            throw Refusal.invalid("Один из этапов ещё не начат. Откройте задачу заново и выберите этапы из списка.");
        }
        of(programmeId).stream()
                .filter(publication -> publication.link().equals(address))
                .findFirst()
                .ifPresentOrElse(
                        publication -> publication.tellsOf(stageIds),
                        () -> publications.saveAndFlush(new Publication(programmeId, address, on, stageIds)));
    }

    private static Proof proof(String link, LocalDate on, @Nullable UUID by) {
        return new Proof(EvidenceKind.LINK, link, null, null, on, by);
    }

    private Stream<Stage> begun(UUID programmeId) {
        return roadmap.stages(programmeId).stream().filter(Stage::begun);
    }

    /** The stages of which there is news: all but those that publish. */
    private Stream<Stage> told(UUID programmeId) {
        return begun(programmeId).filter(stage -> stage.kind() != StageKind.INFORMATION_SUPPORT);
    }
}
