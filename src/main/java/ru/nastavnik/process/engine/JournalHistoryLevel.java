package ru.nastavnik.process.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the level «full» keeps, without task-local variables and form properties: names are shown and texts
 * typed there, and neither may outlive the task. The level of a database cannot be changed later (ADR 0004).
 */
class JournalHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "journal";

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (type == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            return false;
        }
        if (entity instanceof VariableInstanceEntity variable) {
            return variable.getTaskId() == null;
        }
        if (entity instanceof HistoricVariableUpdateEventEntity variable) {
            return variable.getTaskId() == null;
        }
        return true;
    }
}
