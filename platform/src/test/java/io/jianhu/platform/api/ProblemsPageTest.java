package io.jianhu.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {

    private static final List<ProblemType> ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.jianhu.platform").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                    .flatMap(ProblemsPageTest::constants)
                    .sorted(Comparator.comparing(ProblemType::code))
                    .toList();

    @Test
    void the_page_of_problems_is_that_of_the_code() {
        StringBuilder page = new StringBuilder("""
                # Problems

                Every refusal of the API, as `application/problem+json` (RFC 9457). Programs decide by `code`; it does not change.
                Written from the code by `ProblemsPageTest`; do not edit.

                | code | status | 中文 | English | 处理办法 | what to do |
                |---|---|---|---|---|---|
                """);
        for (ProblemType type : ALL) {
            page.append("| `%s` | %d | %s | %s | %s | %s |\n"
                    .formatted(
                            type.code(),
                            type.status().value(),
                            type.title().zh(),
                            type.title().en(),
                            type.remedy().zh(),
                            type.remedy().en()));
        }
        ReferenceFile.holds("PROBLEMS.md", page.toString());
    }

    @Test
    void every_code_is_used_once_and_says_what_to_do_in_both_languages() {
        assertThat(ALL).hasSizeGreaterThan(15);
        assertThat(ALL.stream().map(ProblemType::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z][a-z0-9-]*"));
        assertThat(ALL).allSatisfy(type -> {
            assertThat(type.title().zh()).containsPattern("\\p{IsHan}");
            assertThat(type.remedy().zh()).containsPattern("\\p{IsHan}");
            assertThat(type.title().en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(type.remedy().en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        });
    }

    private static java.util.stream.Stream<ProblemType> constants(JavaClass type) {
        return Arrays.stream(type.reflect().getEnumConstants()).map(ProblemType.class::cast);
    }
}
