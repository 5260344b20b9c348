package ru.nastavnik.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the engine refuses fills no log, whatever else starts in the same JVM. */
class QuietRefusalsTest {

    private final LoggerContext logging = new LoggerContext();

    @Test
    @DisplayName("a refusal is not written, also after the logs were reset; a failure is")
    void refusals_areNotWritten_alsoAfterAReset() {
        new QuietRefusals().listenTo(logging);
        assertThat(written(new ProcessEngineException("Object values cannot be used to query")))
                .isZero();
        logging.reset();
        assertThat(written(new ProcessEngineException("Object values cannot be used to query")))
                .isZero();
        assertThat(written(new IllegalStateException("a fault of ours"))).isOne();
    }

    private int written(RuntimeException failure) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = logging.getLogger("org.camunda.bpm.engine.context");
        logger.addAppender(lines);
        logger.error("Exception while closing command context", failure);
        logger.detachAppender(lines);
        return lines.list.size();
    }
}
