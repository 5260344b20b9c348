package ru.nastavnik.mentorship;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Rows held until the transaction ends: of two who decide at the same time the second sees what the first did. */
@Component
class RowLocks {

    private final EntityManager entities;

    RowLocks(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the same entity as it now stands in the database, held */
    <T> T held(T entity) {
        entities.flush();
        entities.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }

    /** @return the same pair with its members, as they now stand in the database, held */
    Mentorship held(Mentorship pair) {
        return held(List.of(pair)).get(0);
    }

    /** The same for several, always in the order of their ids; who had read them before forgets what they read. */
    List<Mentorship> held(Collection<Mentorship> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        entities.flush();
        Set<UUID> ids = pairs.stream().map(Mentorship::id).collect(Collectors.toCollection(TreeSet::new));
        entities.createNativeQuery(
                        "select id from mentorship where id in (:ids) order by id for no key update", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        pairs.forEach(entities::detach);
        return entities.createQuery(
                        "select m from Mentorship m left join fetch m.members where m.id in :ids order by m.id",
                        Mentorship.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Holds these persons' rows, always in the order of their ids: two lists with the same people do not deadlock. */
    void holdPeople(Collection<UUID> personIds) {
        entities.flush();
        if (!personIds.isEmpty()) {
            entities.createNativeQuery(
                            "select id from person where id in (:ids) order by id for no key update", UUID.class)
                    .setParameter("ids", new TreeSet<>(personIds))
                    .getResultList();
        }
    }
}
