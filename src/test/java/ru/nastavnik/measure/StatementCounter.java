package ru.nastavnik.measure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what goes to the database, whoever sends it: the engine, JPA or plain SQL. A statement of a batch counts as one,
 * as the server does them one by one.
 */
@TestConfiguration(proxyBeanMethods = false)
class StatementCounter {

    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final Set<String> SENDS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

    /** @return how many statements there were from the start of the application */
    static int statements() {
        return STATEMENTS.get();
    }

    static int commits() {
        return COMMITS.get();
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new Counting(dataSource) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) proxy(Connection.class, connection, method -> {
                if (method.getName().equals("commit")) {
                    COMMITS.incrementAndGet();
                }
            });
        }
    }

    private interface Before {
        void call(Method method);
    }

    /** Statements that a connection makes are watched as well. */
    private static Object proxy(Class<?> type, Object target, Before before) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            before.call(method);
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType())
                        ? proxy(method.getReturnType(), result, StatementCounter::sent)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static void sent(Method method) {
        if (SENDS.contains(method.getName())) {
            STATEMENTS.incrementAndGet();
        }
    }
}
