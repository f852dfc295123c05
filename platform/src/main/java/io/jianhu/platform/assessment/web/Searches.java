package io.jianhu.platform.assessment.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.standards.Confidence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a caller wrote into an address. */
final class Searches {

    private Searches() {}

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    static Optional<Confidence> confidence(@Nullable String text) {
        return given(text)
                .map(label -> Arrays.stream(Confidence.values())
                        .filter(confidence -> confidence.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> {
                            String all = String.join(
                                    ", ",
                                    Arrays.stream(Confidence.values())
                                            .map(Confidence::label)
                                            .toList());
                            return invalid("confidence", "not-a-choice", "one of " + all, "可选值：" + all);
                        }));
    }

    static Optional<LocalDate> day(@Nullable String text) {
        return given(text).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException _) {
                throw invalid("day", "not-a-date", "a date such as 2026-03-01", "日期写成 2026-03-01");
            }
        });
    }

    static ApiProblem invalid(String field, String code, String message, String messageZh) {
        return ApiProblem.of(CommonProblem.INVALID_FIELDS)
                .withErrors(List.of(new FieldProblem(field, code, message, messageZh)));
    }
}
