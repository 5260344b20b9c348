package ru.nastavnik.process.engine;

import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.nastavnik.notification.GivenUpSteps;

/** Tells people of a job whose last try has failed, by the name of its step in the diagram, until it is tried anew. */
@Component
class GivenUpJobs extends DefaultIncidentHandler {

    private static final String NO_STEP = "Служебная работа программы";

    /** Looked up late: they use services that come after the engine. */
    private final ObjectProvider<GivenUpSteps> steps;

    GivenUpJobs(ObjectProvider<GivenUpSteps> steps) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.steps = steps;
    }

    @Override
    public Incident handleIncident(IncidentContext job, @Nullable String failure) {
        Incident incident = super.handleIncident(job, failure);
        UUID organisationId = job.getTenantId() == null ? null : UUID.fromString(job.getTenantId());
        steps.getObject()
                .giveUp(organisationId, job.getConfiguration(), step(job), failure == null ? "неизвестна" : failure);
        return incident;
    }

    @Override
    public void resolveIncident(IncidentContext job) {
        super.resolveIncident(job);
        steps.getObject().repaired(job.getConfiguration());
    }

    @Override
    public void deleteIncident(IncidentContext job) {
        super.deleteIncident(job);
        steps.getObject().repaired(job.getConfiguration());
    }

    /** A job may fail at a step behind its own: what follows without a wait is done with it. */
    private static String step(IncidentContext job) {
        String activityId = job.getFailedActivityId() == null ? job.getActivityId() : job.getFailedActivityId();
        if (activityId == null) {
            return NO_STEP;
        }
        ActivityImpl activity = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                .findActivity(activityId);
        return activity.getName() == null ? activityId : activity.getName();
    }
}
