package ru.nastavnik.process.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Lets filters of ours stand behind those of the engine's web applications. By itself the engine registers its filters
 * after all others, whatever order those have. Here it registers them first, at the end of the chain: a filter with
 * {@code setMatchAfter(true)} then comes behind the engine's login and CSRF checks, every other one before them.
 */
@Component
class EngineFiltersFirst implements BeanPostProcessor {

    /** Before every filter of any order: were one of them first, all of them would be. */
    private record First(CamundaBpmWebappInitializer engine) implements ServletContextInitializer, PriorityOrdered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void onStartup(ServletContext context) throws ServletException {
            engine.onStartup(context);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof CamundaBpmWebappInitializer engine ? new First(engine) : bean;
    }
}
