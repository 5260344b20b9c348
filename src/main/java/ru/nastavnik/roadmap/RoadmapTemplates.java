package ru.nastavnik.roadmap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.Refusal;

/** Roadmaps that come with the application, {@code roadmap/<code>.json}. */
@Component
public class RoadmapTemplates {

    /** A roadmap to choose from. */
    public record Offer(String code, String name) {}

    private final List<RoadmapTemplate> templates;

    RoadmapTemplates(ObjectMapper mapper) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:roadmap/*.json");
            templates = Stream.of(files)
                    .map(file -> read(mapper, file))
                    .sorted(Comparator.comparing(RoadmapTemplate::code))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RoadmapTemplate read(ObjectMapper mapper, Resource file) {
        try (InputStream json = file.getInputStream()) {
            return mapper.readValue(json, RoadmapTemplate.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the roadmaps that a school can choose from */
    public List<Offer> offers() {
        return templates.stream()
                .map(template -> new Offer(template.code(), template.name()))
                .toList();
    }

    /** @throws Refusal when there is no template with this code */
    RoadmapTemplate get(@Nullable String code) {
        return templates.stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Такой дорожной карты нет. Выберите её из списка."));
    }
}
