package ru.nastavnik.process.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The limit for a statement is for people who wait for an answer: a job, its transaction alone, has none. */
class JobsTakeTheirTime extends CommandInterceptor {

    private final JdbcTemplate database;

    JobsTakeTheirTime(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd) {
            database.execute("set local statement_timeout = 0");
        }
        return next.execute(command);
    }
}
