package ru.nastavnik.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the engine refuses fills no log, whatever else has started and ended in the same JVM. */
@ExtendWith(OutputCaptureExtension.class)
class QuietRefusalsTest {

    private static final Logger ENGINE = LoggerFactory.getLogger("org.camunda.bpm.engine.context");

    @Test
    @DisplayName("a refusal is not written, a failure is, also after the logs have been set up anew")
    void refusals_areNotWritten(CapturedOutput log) {
        for (int application = 0; application < 2; application++) {
            new SpringApplicationBuilder(QuietRefusalsTest.class)
                    .web(WebApplicationType.NONE)
                    .run()
                    .close();
            ENGINE.error("Closing", new ProcessEngineException("Object values cannot be used to query"));
            ENGINE.error("Closing", new IllegalStateException("a fault of ours, number " + application));
        }
        assertThat(log.getAll())
                .doesNotContain("Object values cannot be used")
                .contains("a fault of ours, number 0", "a fault of ours, number 1");
    }
}
