package emptycamunda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The engine's web applications and nothing else: what the start of the product is compared with. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EmptyCamundaApplication {

    public static void main(String[] args) {
        SpringApplication.run(EmptyCamundaApplication.class, args);
    }
}
