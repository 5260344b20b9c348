package ru.nastavnik.consent;

import java.util.Set;
import java.util.UUID;

/**
 * Answers or a withdrawal have been recorded at one stroke; follows the {@link ParticipationRefused} or the
 * {@link ConsentWithdrawn} of each of them.
 *
 * @param programmeIds  programmes that are concerned
 * @param collectionIds collections that are concerned
 * @param personIds     people that are concerned
 */
public record AnswersRecorded(Set<UUID> programmeIds, Set<UUID> collectionIds, Set<UUID> personIds) {}
