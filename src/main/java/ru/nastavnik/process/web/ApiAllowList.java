package ru.nastavnik.process.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import ru.nastavnik.organisation.Role;

/**
 * The requests to the engine's web applications that are allowed, by role: api-allow-list.txt. Whatever is not on the
 * list is refused.
 */
@Component
class ApiAllowList {

    private static final String RESOURCE = "api-allow-list.txt";
    private static final String EVERYBODY = "*";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String ID = "[A-Za-z0-9:_.-]+";

    private record Rule(Set<Role> roles, Set<String> methods, Pattern path) {

        boolean covers(String method, String uri) {
            return (methods.isEmpty() || methods.contains(method))
                    && path.matcher(uri).matches();
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    ApiAllowList() {
        try (InputStream list = new ClassPathResource(RESOURCE).getInputStream()) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(ApiAllowList::rule)
                    .forEach(rules::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("Not «roles methods path» in " + RESOURCE + ": " + line);
        }
        Set<Role> roles = parts[0].equals(EVERYBODY)
                ? Set.of()
                : Arrays.stream(parts[0].split(",")).map(Role::ofCode).collect(Collectors.toUnmodifiableSet());
        Set<String> methods = parts[1].equals("*") ? Set.of() : Set.of(parts[1].split(","));
        String path = parts[2].replace("{engine}", ENGINE).replace("{id}", ID);
        return new Rule(roles, methods, Pattern.compile(path));
    }

    /** @return whether everybody who has logged in may do this */
    boolean allowsEverybody(String method, String uri) {
        return rules.stream().anyMatch(rule -> rule.roles.isEmpty() && rule.covers(method, uri));
    }

    /** @return whether somebody with one of these roles may do this */
    boolean allows(Set<Role> roles, String method, String uri) {
        return rules.stream()
                .anyMatch(rule -> rule.roles.stream().anyMatch(roles::contains) && rule.covers(method, uri));
    }
}
