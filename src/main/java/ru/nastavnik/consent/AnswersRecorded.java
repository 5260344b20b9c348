package ru.nastavnik.consent;

import java.util.Set;
import java.util.UUID;

/**
 * Answers or a withdrawal have been recorded at one stroke; follows the {@link ConsentAnswered} or the
 * {@link ConsentWithdrawn} of each of them.
 *
 * @param programmeIds  programmes that are concerned
 * @param collectionIds collections that are concerned
 * @param personIds     people that are concerned
 * @param recordedIn    the collection or the participant whose own task has recorded the answers: it knows of them and
 *                      must not be told while that task is being completed; null when they came in another way
 */
public record AnswersRecorded(Set<UUID> programmeIds, Set<UUID> collectionIds, Set<UUID> personIds, UUID recordedIn) {}
