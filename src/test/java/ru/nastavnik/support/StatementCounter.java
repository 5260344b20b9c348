package ru.nastavnik.support;

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
 * as the server does them one by one; a batch of inserts as a whole, as the driver makes one statement of it
 * ({@code reWriteBatchedInserts}).
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final Set<String> SENDS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

    /** @return how many statements there were from the start of the application */
    public static int statements() {
        return STATEMENTS.get();
    }

    public static int commits() {
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
                        ? proxy(method.getReturnType(), result, sent(arguments))
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Before sent(Object[] prepared) {
        boolean insert = prepared != null
                && prepared[0] instanceof String sql
                && sql.stripLeading().regionMatches(true, 0, "insert", 0, 6);
        AtomicInteger batched = new AtomicInteger();
        return method -> {
            if (method.getName().equals("executeBatch")) {
                batched.set(0);
            } else if (SENDS.contains(method.getName())
                    && !(method.getName().equals("addBatch") && batched.getAndIncrement() > 0 && insert)) {
                STATEMENTS.incrementAndGet();
            }
        };
    }
}
