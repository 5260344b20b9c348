package ru.nastavnik.process.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.history.producer.HistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * What the engine keeps of the failure of a job: the kinds of the errors and where they arose, never what they say. A
 * database repeats the row that it refuses, our own sentences name people; jobs, incidents and the journal live for
 * years.
 */
final class NamelessFailure extends RuntimeException {

    private final String kind;

    private NamelessFailure(Throwable failure, String message, @Nullable NamelessFailure cause) {
        super(message, cause, false, true);
        this.kind = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    /** @return the same chain of failures with their kinds for messages */
    static NamelessFailure of(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.push(cause);
        }
        NamelessFailure nameless = null;
        List<String> kinds = new ArrayList<>();
        for (Throwable cause : chain) {
            kinds.add(0, cause.getClass().getSimpleName());
            nameless = new NamelessFailure(cause, String.join(" <- ", kinds), nameless);
        }
        return Objects.requireNonNull(nameless);
    }

    /** The head of its part of a stack trace. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return kind;
    }

    /** For what the engine writes into the job and its incident. */
    static FailedJobCommandFactory jobs() {
        return NamelessFailure::retry;
    }

    private static Command<Object> retry(String jobId, Throwable failure) {
        return new DefaultJobRetryCmd(jobId, failure) {
            @Override
            protected void logException(JobEntity job) {
                if (exception != null) {
                    NamelessFailure nameless = of(exception);
                    job.setExceptionMessage(nameless.getMessage());
                    job.setExceptionStacktrace(ExceptionUtil.getExceptionStacktrace(nameless));
                }
            }
        };
    }

    /** For what the engine writes into its journal. */
    static HistoryEventProducer journal() {
        return new CacheAwareHistoryEventProducer() {
            @Override
            public HistoryEvent createHistoricJobLogFailedEvt(Job job, @Nullable Throwable failure) {
                return super.createHistoricJobLogFailedEvt(job, failure == null ? null : of(failure));
            }
        };
    }
}
