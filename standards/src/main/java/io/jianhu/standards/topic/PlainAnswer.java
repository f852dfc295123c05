package io.jianhu.standards.topic;

import io.jianhu.standards.Completeness;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.Step;
import io.jianhu.standards.Text;
import io.jianhu.standards.Validity;
import io.jianhu.standards.quantity.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A judgement as nested maps and lists of plain values, ready for any writer of JSON. */
final class PlainAnswer {

    private PlainAnswer() {}

    static Map<String, @Nullable Object> of(Judgement<Map<String, Object>> judgement, Detail detail) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "result",
                switch (judgement) {
                    case Judgement.Judged<Map<String, Object>> judged -> plain(judged.value());
                    case Judgement.NotJudged<Map<String, Object>> refused ->
                        Map.of("error", refused.findings().getFirst().code().errorText());
                });
        judgement.completeness().ifPresent(counted -> answer.put("completeness", plainCompleteness(counted)));
        if (detail == Detail.WORKING && judgement instanceof Judgement.Judged<?> judged) {
            answer.put(
                    "working",
                    judged.working().stream().map(PlainAnswer::plainStep).toList());
        }
        answer.put(
                "citations",
                judgement.citations().stream().map(PlainAnswer::plainRule).toList());
        answer.put(
                "findings",
                judgement.findings().stream().map(PlainAnswer::plainFinding).toList());
        answer.put(
                "unverified",
                judgement.unverified().stream().map(PlainAnswer::plainMark).toList());
        return answer;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> optional.map(PlainAnswer::plain).orElse(null);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, element) -> copy.put(String.valueOf(key), plain(element)));
                yield copy;
            }
            case Iterable<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(element -> copy.add(plain(element)));
                yield copy;
            }
            case LocalDate day -> day.toString();
            default -> value;
        };
    }

    private static Map<String, Object> plainRule(Rule rule) {
        Map<String, Object> citation = new LinkedHashMap<>();
        citation.put("id", rule.id());
        citation.put("edition", rule.edition().id());
        citation.put("clause", rule.clause());
        citation.put("validity", plainValidity(rule.validity()));
        citation.put("source", rule.source());
        citation.put("confidence", rule.confidence().label());
        return citation;
    }

    private static Map<String, @Nullable Object> plainValidity(Validity validity) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("from", validity.from().toString());
        plain.put("to", validity.to().map(LocalDate::toString).orElse(null));
        return plain;
    }

    private static Map<String, Object> plainFinding(Finding finding) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", finding.code().name());
        plain.put("place", finding.place());
        plain.put("expected", finding.expected());
        plain.put("actual", finding.actual());
        plain.put("title", plainText(finding.code().title()));
        plain.put("remedy", plainText(finding.code().remedy()));
        return plain;
    }

    private static Map<String, Object> plainMark(Rule rule) {
        Map<String, Object> mark = new LinkedHashMap<>();
        mark.put("id", rule.id());
        mark.put("confidence", rule.confidence().label());
        mark.put("mark", plainText(rule.confidence().title()));
        mark.put("why", rule.evidence());
        return mark;
    }

    private static Map<String, Object> plainStep(Step step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("label", plainText(step.label()));
        line.put("formula", step.formula());
        line.put("exact", step.exact());
        step.rounding().ifPresent(rounding -> line.put("rounding", plainRounding(rounding)));
        line.put("value", step.value());
        line.put("unit", step.unit());
        return line;
    }

    private static Map<String, Object> plainRounding(Rounding rounding) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(
                "mode",
                switch (rounding.mode()) {
                    case HALF_EVEN -> "half-even";
                    case UP -> "up";
                });
        plain.put("decimals", rounding.decimals());
        return plain;
    }

    private static Map<String, Object> plainCompleteness(Completeness counted) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("have", counted.have());
        plain.put("expected", counted.expected());
        plain.put("needed", counted.needed());
        plain.put("enough", counted.isEnough());
        return plain;
    }

    private static Map<String, Object> plainText(Text text) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("zh", text.zh());
        plain.put("en", text.en());
        return plain;
    }
}
