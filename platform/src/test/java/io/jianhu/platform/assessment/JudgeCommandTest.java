package io.jianhu.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("jianhu judge")
class JudgeCommandTest {

    private static final String ROUNDING =
            "{\"id\":7,\"topic\":\"rounding\",\"rule_version\":\"GB/T 8170\",\"input\":{\"x\":\"2.5\",\"decimals\":0}}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void answers_every_line_in_its_order() {
        assertThat(judge(ROUNDING + "\n" + ROUNDING.replace("2.5", "3.5"), "-")).isZero();
        assertThat(answers()).hasSize(2);
        assertThat(answers().getFirst().propertyNames())
                .containsExactly("id", "result", "citations", "findings", "unverified");
        assertThat(answers().getFirst().get("id").asInt()).isEqualTo(7);
        assertThat(answers().get(0).at("/result/value").asString()).isEqualTo("2");
        assertThat(answers().get(1).at("/result/value").asString()).isEqualTo("4");
    }

    @Test
    void writes_the_calculation_where_it_is_asked_to() {
        assertThat(judge(ROUNDING, "--working", "-")).isZero();
        assertThat(answers().getFirst().at("/working/0/formula").asString()).isNotEmpty();
    }

    @Test
    void goes_on_after_a_line_that_is_no_object_and_says_which_it_was() {
        assertThat(judge(
                        "\uFEFF" + ROUNDING + "{\"topic\":\n[1]\nnull\n{\"topic\":1,\"topic\":2}\n{} {}\n" + ROUNDING,
                        "-"))
                .isEqualTo(1);
        assertThat(answers().stream().map(answer -> answer.path("line").asInt(0)))
                .containsExactly(0, 2, 3, 4, 5, 6, 0);
        assertThat(answers().get(1).at("/findings/0/code").asString()).isEqualTo("NOT_JSON");
        assertThat(answers().get(1).at("/findings/0/remedy/zh").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void counts_a_refusal_as_an_answer() {
        assertThat(judge("{\"topic\":\"water_clas\",\"date\":\"2026-03-01\"}", "-"))
                .isZero();
        assertThat(answers().getFirst().at("/result/error").asString()).isEqualTo("unknown topic");
        assertThat(answers().getFirst().at("/findings/0/expected").asString()).contains("rounding");
    }

    @Test
    void keeps_the_digits_of_a_number() {
        judge(ROUNDING.replace("\"2.5\"", "1e-7").replace("\"decimals\":0", "\"decimals\":9"), "-");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0.000000100").doesNotContainIgnoringCase("1e-7");
    }

    @Test
    void reads_a_file_and_says_where_there_is_none() throws IOException {
        Path file = Files.writeString(folder.resolve("lines.jsonl"), ROUNDING);
        assertThat(judge("", file.toString())).isZero();
        assertThat(answers()).hasSize(1);
        assertThat(judge("", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file");
    }

    @Test
    void wants_one_file() {
        assertThat(judge("")).isEqualTo(2);
        assertThat(judge("", "a", "b")).isEqualTo(2);
        assertThat(judge("", "--no-such-option", "-")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("用法", "Usage");
    }

    @Test
    void lists_the_topics_with_their_inputs() {
        assertThat(judge("", "--topics")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("rounding").contains("decimals *");
    }

    @Test
    @Timeout(30)
    void answers_a_line_before_the_next_one_comes() throws IOException {
        PipedOutputStream lines = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(lines);
        PipedInputStream answers = new PipedInputStream(1 << 16);
        PrintStream printer = new PrintStream(new PipedOutputStream(answers), true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> new JudgeCommand(in, printer, printer).run(List.of("-")));
        lines.write(ROUNDING.getBytes(StandardCharsets.UTF_8));
        lines.flush();
        assertThat(answers.read()).isEqualTo('{');
        lines.close();
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    private int judge(String lines, String... words) {
        out.reset();
        err.reset();
        return new JudgeCommand(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private List<JsonNode> answers() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
