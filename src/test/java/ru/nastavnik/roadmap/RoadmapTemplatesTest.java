package ru.nastavnik.roadmap;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.requirements.Requirement;
import ru.nastavnik.shared.Refusal;

class RoadmapTemplatesTest {

    /**
     * The rows of the roadmap for 2025–2026 as its document has them, proof-read; only numbering, list dashes, end stops
     * and the blank in «приказ (ы)» are left out.
     */
    private static final Map<String, String> TITLES = Map.ofEntries(
            entry(
                    "S2-1.1",
                    "приказ «Об утверждении положения о системе (целевой модели) наставничества "
                            + "педагогических работников в образовательной организации»"),
            entry(
                    "S2-1.2",
                    "Положение о системе (целевой модели) наставничества педагогических работников в "
                            + "образовательной организации"),
            entry(
                    "S2-1.3",
                    "Дорожная карта (план мероприятий) по реализации Положения о системе (целевой модели) "
                            + "наставничества педагогических работников в образовательной организации"),
            entry("S2-1.4", "приказ(ы) о закреплении наставнических пар/групп"),
            entry("S2-1.5", "подготовка шаблона персонализированной программы наставничества"),
            entry("S2-2.1", "Сбор информации о профессиональных запросах педагогов"),
            entry(
                    "S2-2.2",
                    "Формирование банка данных наставляемых, обеспечение согласий на сбор и обработку "
                            + "персональных данных"),
            entry(
                    "S2-3.1",
                    "Проведение анкетирования среди потенциальных наставников в образовательной организации, "
                            + "желающих принять участие в персонализированных программах наставничества"),
            entry(
                    "S2-3.2",
                    "Формирование банка данных наставников, обеспечение согласий на сбор и обработку "
                            + "персональных данных"),
            entry("S2-4.1", "Анализ банка и выбор подходящих наставников для педагога/группы педагогов"),
            entry(
                    "S2-4.2",
                    "Обучение наставников для работы с наставляемыми: подготовка методических материалов для "
                            + "сопровождения наставнической деятельности; проведение консультаций, организация обмена "
                            + "опытом среди наставников – «установочные сессии» наставников и др."),
            entry("S2-5.1", "Формирование наставнических пар/групп"),
            entry("S2-5.2", "Разработка персонализированных программ наставничества для каждой пары/группы"),
            entry(
                    "S2-5.3",
                    "Организация психолого-педагогической поддержки сопровождения наставляемых, не "
                            + "сформировавших пару или группу (при необходимости), продолжение поиска "
                            + "наставника/наставников"),
            entry(
                    "S2-6.1",
                    "Проведение мониторинга качества реализации персонализированных программ наставничества "
                            + "(анкетирование)"),
            entry(
                    "S2-6.2",
                    "Приказ «О проведении итогового мероприятия в рамках реализации системы (целевой модели) "
                            + "наставничества педагогических работников»"),
            entry(
                    "S2-6.3",
                    "Проведение итогового мероприятия по выявлению лучших практик наставничества; пополнение "
                            + "методической копилки педагогических практик наставничества"),
            entry(
                    "S2-7.1",
                    "Освещение мероприятий Дорожной карты осуществляется на всех этапах на сайте "
                            + "образовательной организации и социальных сетях в специальном разделе, по возможности на "
                            + "муниципальном и региональном уровнях"));

    private final RoadmapTemplates templates =
            new RoadmapTemplates(new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    @Test
    void schoolRoadmapIsReadWhole() {
        RoadmapTemplate template = templates.get("SCHOOL-TEACHERS-2025");
        assertThat(template.stages()).extracting(RoadmapTemplate.Part::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        List<RoadmapTemplate.Row> rows = template.stages().stream()
                .flatMap(stage -> stage.rows().stream())
                .toList();
        assertThat(rows)
                .extracting(RoadmapTemplate.Row::ref)
                .doesNotHaveDuplicates()
                .hasSize(18);
        assertThat(rows).allSatisfy(row -> {
            assertThat(MeasureKind.ofCode(row.kind())).isNotNull();
            assertThat(row.title()).isNotBlank();
            assertThat(row.evidence()).isNotNull();
            assertThat(row.proposedRole() == null || Role.ofCode(row.proposedRole()) != null)
                    .isTrue();
            assertThat(row.from()).isNotNull();
            assertThat(row.to()).isNotNull();
        });
    }

    @Test
    void titlesAreThoseOfThePublishedRoadmap_wordForWord() {
        Map<String, String> titles = templates.get("SCHOOL-TEACHERS-2025").stages().stream()
                .flatMap(stage -> stage.rows().stream())
                .collect(Collectors.toMap(RoadmapTemplate.Row::ref, RoadmapTemplate.Row::title));
        assertThat(titles).containsExactlyInAnyOrderEntriesOf(TITLES);
    }

    @Test
    @Requirement("S4-2.9")
    void stagesAreThoseOfTheRegulation_wordForWord() {
        assertThat(templates.get("TARGET-MODEL-2023").stages())
                .extracting(RoadmapTemplate.Part::title)
                .containsExactly(
                        "Подготовка условий для запуска Целевой модели",
                        "Формирование базы наставляемых",
                        "Формирование базы наставников",
                        "Отбор/выдвижение наставников",
                        "Формирование наставнических пар/групп",
                        "Организация и осуществление работы наставнических пар/групп",
                        "Завершение внедрения Целевой модели");
    }

    @Test
    void severalAnswerForARow_whereItsDocumentNamesSeveral() {
        assertThat(templates.offers().stream()
                        .map(RoadmapTemplates.Offer::code)
                        .filter(code -> !code.equals("THREE-ROWS"))
                        .flatMap(code -> templates.get(code).stages().stream())
                        .flatMap(stage -> stage.rows().stream())
                        .filter(row -> !row.sharedRoles().isEmpty()
                                || !row.sharedBodies().isEmpty())
                        .collect(Collectors.toMap(RoadmapTemplate.Row::ref, RoadmapTemplate.Row::sharedRoles)))
                .as("«Все наставники и куратор готовят свои портфолио», «текущая работа куратора, наставников и "
                        + "наставляемых»; the roadmap for 2025–2026 names nobody")
                .isEqualTo(Map.of("S4-2.13.6", List.of("mentor"), "S4-2.14", List.of("mentor", "mentee")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHOOL-TEACHERS-2025", "TARGET-MODEL-2023"})
    void everyOutcomeThatARowNames_comesInThisRoadmap_withAProofThatTheRowAccepts(String code) {
        RoadmapTemplate template = templates.get(code);
        assertThat(template.name()).isNotBlank();
        assertThat(template.stages().stream().flatMap(stage -> stage.rows().stream()))
                .allSatisfy(
                        row -> assertThat(Fulfilment.of(row, template.kinds()).outcomes())
                                .as(row.ref())
                                .isEqualTo(row.outcomes()));
    }

    @Test
    void startForm_offersTheRoadmapsThatThereAre() throws IOException {
        JsonNode form = new ObjectMapper().readTree(new File("forms/programme/StartProgrammeForm.form"));
        assertThat(form.findValues("key")).extracting(JsonNode::asText).contains("templateCode");
        Map<String, String> offered = new HashMap<>();
        form.path("components").forEach(field -> {
            if (field.path("key").asText().equals("templateCode")) {
                field.path("values")
                        .forEach(value -> offered.put(
                                value.path("value").asText(),
                                value.path("label").asText()));
            }
        });
        assertThat(templates.offers().stream()
                        .filter(offer -> !offer.code().equals("THREE-ROWS"))
                        .collect(Collectors.toMap(RoadmapTemplates.Offer::code, RoadmapTemplates.Offer::name)))
                .isEqualTo(offered);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "OTHER", "../application", "school-teachers-2025"})
    void unknownTemplateIsRefused(String code) {
        assertThatThrownBy(() -> templates.get(code)).isInstanceOf(Refusal.class);
    }
}
