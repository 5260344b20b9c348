package ru.nastavnik.mentorship;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
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
