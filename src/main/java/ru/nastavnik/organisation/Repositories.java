package ru.nastavnik.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrganisationRepository extends JpaRepository<Organisation, UUID> {}

interface PolicyRepository extends JpaRepository<OrganisationPolicy, UUID> {}

interface PersonRepository extends JpaRepository<Person, UUID> {

    List<Person> findByOrganisationIdOrderByLastNameAscFirstNameAsc(UUID organisationId);

    List<Person> findByRepresentedId(UUID pupilId);
}

interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByLogin(String login);

    boolean existsByLogin(String login);

    @Query("select a from Account a where :personId member of a.personIds")
    Optional<Account> findByPerson(UUID personId);

    @Query("select a from Account a join a.personIds p where p in :personIds")
    List<Account> findByPersons(Collection<UUID> personIds);
}

interface PowerRepository extends JpaRepository<Power, UUID> {

    List<Power> findByAccountId(UUID accountId);

    List<Power> findByOrganisationId(UUID organisationId);

    List<Power> findByOrganisationIdAndRole(UUID organisationId, Role role);
}
