package ru.nastavnik.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.shared.Refusal;

class RoadmapTemplatesTest {

  private final RoadmapTemplates templates =
      new RoadmapTemplates(new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

  @Test
  void schoolRoadmapIsReadWhole() {
    RoadmapTemplate template = templates.get("SCHOOL-TEACHERS-2025");
    assertThat(template.stages()).extracting(RoadmapTemplate.Part::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
    List<RoadmapTemplate.Row> rows = template.stages().stream().flatMap(stage -> stage.rows().stream()).toList();
    assertThat(rows).extracting(RoadmapTemplate.Row::ref).doesNotHaveDuplicates().hasSize(18);
    assertThat(rows).allSatisfy(row -> {
      assertThat(MeasureKind.ofCode(row.kind())).isNotNull();
      assertThat(row.title()).isNotBlank();
      assertThat(row.process()).endsWith("Process");
      assertThat(row.evidence()).isNotNull();
      assertThat(row.proposedRole() == null || Role.ofCode(row.proposedRole()) != null).isTrue();
      assertThat(row.from()).isNotNull();
      assertThat(row.to()).isNotNull();
    });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "OTHER", "../application", "school-teachers-2025"})
  void unknownTemplateIsRefused(String code) {
    assertThatThrownBy(() -> templates.get(code)).isInstanceOf(Refusal.class);
  }
}
