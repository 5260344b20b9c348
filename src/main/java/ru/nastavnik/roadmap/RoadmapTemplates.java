package ru.nastavnik.roadmap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import ru.nastavnik.shared.Refusal;

/** Roadmaps that come with the application, {@code roadmap/<code>.json}. */
@Component
class RoadmapTemplates {

    private final ObjectMapper mapper;

    RoadmapTemplates(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws Refusal when there is no template with this code */
    RoadmapTemplate get(String code) {
        if (code == null || !code.matches("[A-Z0-9-]{1,40}")) {
            throw unknown();
        }
        try (InputStream json = getClass().getResourceAsStream("/roadmap/" + code + ".json")) {
            if (json == null) {
                throw unknown();
            }
            return mapper.readValue(json, RoadmapTemplate.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unknown() {
        return Refusal.invalid("Такой дорожной карты нет. Выберите её из списка.");
    }
}
