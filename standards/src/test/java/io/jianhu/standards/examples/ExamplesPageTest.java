package io.jianhu.standards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of examples holds exactly the code that is compiled here and what it prints. */
class ExamplesPageTest {

    private static final Path PAGE = Path.of("../docs/STANDARDS-EXAMPLES.md");
    private static final Path SOURCES = Path.of("src/test/java/io/jianhu/standards/examples");
    private static final Pattern SOURCE = Pattern.compile(
            "/\\*\\* (?<says>.*?) \\*/\\s+final class \\w+ implements Example \\{\\s+@Override\\s+"
                    + "public void run\\(PrintStream out\\) (?<code>\\{.*)\\}\\s*",
            Pattern.DOTALL);

    private static Map<String, Example> examples() {
        Map<String, Example> examples = new LinkedHashMap<>();
        examples.put("Load the rules", new LoadTheRules());
        examples.put("The air quality index of a day", new AirIndexOfADay());
        examples.put("The class of a river section", new SectionOfARiver());
        examples.put("The limit of an outlet", new LimitOfAnOutlet());
        examples.put("Citations and unverified marks", new CitationsAndMarks());
        examples.put("Refused input", new RefusedInput());
        examples.put("Units and rounding", new UnitsAndRounding());
        examples.put("Ask by topic", new AskByTopic());
        return examples;
    }

    @Test
    void the_page_holds_the_code_and_what_it_prints() throws IOException {
        String page = write();
        if ("write".equals(System.getProperty("jianhu.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("%s is stale: run ./mvnw -pl standards test -Dtest=ExamplesPageTest -Djianhu.docs=write", PAGE)
                .isEqualTo(page);
    }

    private static String write() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The standards library by example

                Module `standards` is a library of its own: Java 25, no dependency. Put `standards.jar` on the path and read on. Every piece
                of code below is compiled and run by the build, and prints what stands under it; the whole classes with their imports
                are in `standards/src/test/java/io/jianhu/standards/examples`. The rules themselves are listed in
                [STANDARDS.md](STANDARDS.md), the factors and units in [FACTORS.md](FACTORS.md).

                Written by `ExamplesPageTest`. Do not edit.
                """);
        for (Map.Entry<String, Example> entry : examples().entrySet()) {
            Example example = entry.getValue();
            Matcher source = SOURCE.matcher(source(example));
            assertThat(source.find()).as(example.getClass().getName()).isTrue();
            page.append("\n## ").append(entry.getKey()).append("\n\n");
            page.append(source.group("says").replaceAll("\\s+(\\* )?", " ")).append("\n\n```java\n");
            page.append(body(source.group("code"))).append("```\n\nprints\n\n```text\n");
            page.append(printed(example)).append("```\n");
        }
        return page.toString();
    }

    private static String source(Example example) throws IOException {
        return Files.readString(SOURCES.resolve(example.getClass().getSimpleName() + ".java"));
    }

    /** The statements of {@code run}, then the helpers behind it. */
    private static String body(String code) {
        int end = code.indexOf("\n    }\n");
        String statements = code.substring(code.indexOf('\n') + 1, end).stripIndent();
        String helpers = code.substring(end + "\n    }\n".length())
                .stripTrailing()
                .stripIndent()
                .strip();
        return statements.stripTrailing() + "\n" + (helpers.isEmpty() ? "" : "\n" + helpers + "\n");
    }

    private static String printed(Example example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        example.run(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
