package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.RuleBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("a worked example")
class WorkedExamplesTest {

    private static final Path SHARED = Path.of("../../shared/standards/30_WORKED_EXAMPLES.csv");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final Topics topics = Topics.of(RuleBook.load());

    @TestFactory
    Stream<DynamicTest> gives_what_was_worked_out_by_hand() throws IOException {
        return checks(kept());
    }

    @Test
    void stands_for_every_topic_that_it_names() throws IOException {
        assertThat(missing(kept())).as("topics that are not there").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> of_the_shared_table_comes_out_as_it_says() throws IOException {
        if (!Files.exists(SHARED)) {
            System.out.println("the shared table of worked examples was not compared: there is no " + SHARED);
            return Stream.of();
        }
        return checks(shared());
    }

    private Stream<DynamicTest> checks(List<WorkedExample> examples) {
        return examples.stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.topic() + ", " + example.name(), () -> example.check(topics)));
    }

    private TreeSet<String> missing(List<WorkedExample> examples) {
        return examples.stream()
                .map(WorkedExample::topic)
                .filter(topic -> topics.findTopic(topic).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static List<WorkedExample> kept() throws IOException {
        List<WorkedExample> examples = new ArrayList<>();
        try (InputStream stream =
                        Objects.requireNonNull(WorkedExamplesTest.class.getResourceAsStream("worked-examples.jsonl"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Map<String, @Nullable Object> line = new LinkedHashMap<>(JSON.readValue(text, OBJECT));
                String name = String.valueOf(line.remove("name"));
                BigDecimal tolerance = new BigDecimal(String.valueOf(line.remove("tolerance")));
                Map<String, @Nullable Object> expected =
                        (Map<String, @Nullable Object>) Objects.requireNonNull(line.remove("expected"));
                examples.add(new WorkedExample(name, line, expected, tolerance));
            }
        }
        return examples;
    }

    private static List<WorkedExample> shared() throws IOException {
        List<List<String>> rows = cells(Files.readString(SHARED));
        List<String> columns = rows.getFirst();
        List<WorkedExample> examples = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("topic", row.get(columns.indexOf("topic")));
            line.put("rule_version", row.get(columns.indexOf("rule_version")));
            line.put("input", JSON.readValue(row.get(columns.indexOf("input_json")), OBJECT));
            examples.add(new WorkedExample(
                    row.get(columns.indexOf("id")),
                    line,
                    JSON.readValue(row.get(columns.indexOf("expected_json")), OBJECT),
                    new BigDecimal(row.get(columns.indexOf("tolerance")))));
        }
        return examples;
    }

    private static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
