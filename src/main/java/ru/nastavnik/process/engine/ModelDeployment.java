package ru.nastavnik.process.engine;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the models and forms of this release: one deployment for each area, of the resources that changed. Names are
 * the same from the jar and from the source tree, so a restart deploys nothing; nodes that start together take turns.
 *
 * <p>A node does the jobs of the deployments that are there when it has started: its code carries all releases up to its
 * own. What a newer node deploys later, it leaves to that node.
 */
@Component
class ModelDeployment {

    private static final long ADVISORY_LOCK = 7_024_001L;

    private final RepositoryService repository;
    private final ManagementService management;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    ModelDeployment(
            RepositoryService repository,
            ManagementService management,
            JdbcTemplate database,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.management = management;
        this.database = database;
        this.transaction = transaction;
    }

    @PostConstruct
    void deploy() {
        SortedMap<String, SortedMap<String, Resource>> areas = areas();
        transaction.executeWithoutResult(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, ADVISORY_LOCK);
            areas.forEach(this::deploy);
            repository
                    .createDeploymentQuery()
                    .list()
                    .forEach(deployment -> management.registerDeploymentForJobExecutor(deployment.getId()));
        });
    }

    private void deploy(String area, SortedMap<String, Resource> resources) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(area).source("nastavnik").enableDuplicateFiltering(true);
        resources.forEach((name, resource) -> {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        deployment.deploy();
    }

    /** @return resources by area, each named by its path from the folder of models or forms on */
    private static SortedMap<String, SortedMap<String, Resource>> areas() {
        SortedMap<String, SortedMap<String, Resource>> areas = new TreeMap<>();
        try {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            for (String pattern : new String[] {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form"}) {
                String folder = pattern.substring(0, pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources("classpath:" + pattern)) {
                    String url = resource.getURL().toString();
                    String name = url.substring(url.lastIndexOf("/" + folder) + 1);
                    String area = name.substring(folder.length(), name.lastIndexOf('/'));
                    areas.computeIfAbsent(area, key -> new TreeMap<>()).put(name, resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return areas;
    }
}
