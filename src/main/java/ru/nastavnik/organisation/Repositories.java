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

    List<Person> findByOrganisationId(UUID organisationId);

    @Query("select p from Person p where p.organisationId = :organisationId and p.data.lastName in :surnames")
    List<Person> ofSurnames(UUID organisationId, Collection<String> surnames);

    List<Person> findByRepresentedIdInAndErasedOnIsNull(Collection<UUID> pupilIds);
}

interface DismissalRepository extends JpaRepository<Dismissal, UUID> {

    Optional<Dismissal> findByPersonIdAndTakenBackAtIsNull(UUID personId);
}

interface EarlierNameRepository extends JpaRepository<EarlierName, EarlierName.Id> {

    List<EarlierName> findByIdPersonIdOrderByIdValidFrom(UUID personId);
}

interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByLogin(String login);

    boolean existsByLogin(String login);

    @Query("select a from Account a where :personId member of a.personIds")
    Optional<Account> findByPerson(UUID personId);
}

interface PowerRepository extends JpaRepository<Power, UUID> {

    List<Power> findByAccountId(UUID accountId);

    List<Power> findByOrganisationIdAndRole(UUID organisationId, Role role);

    /** @return powers of accounts that may log in */
    @Query("select p from Power p join Account a on a.id = p.accountId"
            + " where p.organisationId = :organisationId and p.role = :role and not a.blocked")
    List<Power> ofOpenAccounts(UUID organisationId, Role role);
}
