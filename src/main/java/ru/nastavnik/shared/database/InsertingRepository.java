package ru.nastavnik.shared.database;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.util.Streamable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and writes no more than needed. What is saved is either known to this transaction or new. Entities bring their ids along, from which Spring Data would
 * conclude that they may be there already, and look for each before inserting it.
 *
 * @param <T> the entity
 * @param <I> its id
 */
public class InsertingRepository<T, I> extends SimpleJpaRepository<T, I> {

    private final EntityManager entities;

    public InsertingRepository(JpaEntityInformation<T, ?> entity, EntityManager entities) {
        super(entity, entities);
        this.entities = entities;
    }

    @Override
    @Transactional
    public <S extends T> S save(S entity) {
        if (!entities.contains(entity)) {
            entities.persist(entity);
        }
        return entity;
    }

    /** What this transaction has read before is not read again. */
    @Override
    @Transactional(readOnly = true)
    public List<T> findAllById(Iterable<I> ids) {
        return entities
                .unwrap(Session.class)
                .findMultiple(getDomainClass(), Streamable.of(ids).toList(), SessionCheckMode.ENABLED)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
