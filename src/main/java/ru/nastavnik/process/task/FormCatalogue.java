package ru.nastavnik.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms of this release by their id. Tasks bind the latest form, which is the one deployed from here. */
@Component
public class FormCatalogue {

    private final Map<String, FormSchema> schemas = new TreeMap<>();

    FormCatalogue(ObjectMapper json) {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:forms/**/*.form")) {
                try (InputStream content = resource.getInputStream()) {
                    JsonNode form = json.readTree(content);
                    schemas.put(form.path("id").asText(), new FormSchema(form));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when the release has no such form: a defect of the model */
    FormSchema schema(String formId) {
        FormSchema schema = schemas.get(formId);
        if (schema == null) {
            throw new IllegalStateException("There is no form " + formId);
        }
        return schema;
    }
}
