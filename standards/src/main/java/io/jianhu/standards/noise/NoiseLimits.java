package io.jianhu.standards.noise;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds levels against the limits of GB 3096, GB 12348 or GB 12523, whichever edition holds on the day. */
public final class NoiseLimits {

    private final RuleBook rules;
    private final NoiseParameters parameters;

    public NoiseLimits(RuleBook rules) {
        this.rules = rules;
        this.parameters = new NoiseParameters(rules);
    }

    /**
     * Whether the equivalent levels of a point comply.
     *
     * @param zone class of the function area: {@code 0 1 2 3 4a 4b}, for boundaries {@code 0 1 2 3 4}; of no account for
     *     building sites
     */
    public Judgement<NoiseVerdict> judge(
            NoiseStandard standard, String zone, Optional<BigDecimal> day, Optional<BigDecimal> night, LocalDate date) {
        return judge(standard, zone, Microphone.OUTDOORS, day, night, date);
    }

    /** As the other, for a microphone in a sensitive building where outdoors there is no room to measure. */
    public Judgement<NoiseVerdict> judge(
            NoiseStandard standard,
            String zone,
            Microphone microphone,
            Optional<BigDecimal> day,
            Optional<BigDecimal> night,
            LocalDate date) {
        Working working = new Working();
        Optional<Rule> row = findRow(standard, zone, date, working);
        if (day.isEmpty() && night.isEmpty()) {
            working.finding(CommonFinding.MISSING_INPUT, "day, night", "dB(A)", "");
        }
        day.ifPresent(level -> refuseImpossible("day", level, working));
        night.ifPresent(level -> refuseImpossible("night", level, working));
        if (row.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(row.get());
        BigDecimal reduction = reduction(microphone, row.get().edition(), working);
        return working.judged(new NoiseVerdict(
                day.map(level -> against(level, NoisePeriod.DAY, row.get(), reduction, working)),
                night.map(level -> against(level, NoisePeriod.NIGHT, row.get(), reduction, working))));
    }

    private BigDecimal reduction(Microphone microphone, Edition edition, Working working) {
        return switch (microphone) {
            case OUTDOORS -> BigDecimal.ZERO;
            case INDOORS ->
                working.cite(parameters.get("indoor_reduction", edition)).getNumber("value");
        };
    }

    /**
     * Whether a maximum level at night complies: it may exceed the night limit by the margin of its kind.
     *
     * @param maximum L<sub>Amax</sub>, dB(A)
     */
    public Judgement<NoiseVerdict.Level> judgePeak(
            NoiseStandard standard, String zone, PeakKind kind, BigDecimal maximum, LocalDate date) {
        Working working = new Working();
        Optional<Rule> row = findRow(standard, zone, date, working);
        refuseImpossible("maximum", maximum, working);
        if (row.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Edition edition = row.get().edition();
        Optional<Rule> peak = rules.getTable("noise-peaks").rows().stream()
                .filter(rule ->
                        rule.edition().equals(edition) && rule.text("kind").equals(kind.label()))
                .findFirst();
        if (peak.isEmpty()) {
            working.finding(CommonFinding.NO_RULE, "kind", "sudden", kind.label());
            return working.notJudged();
        }
        working.cite(row.get());
        working.cite(peak.get());
        BigDecimal night = row.get().getNumber(NoisePeriod.NIGHT.column());
        BigDecimal margin = peak.get().getNumber("margin");
        BigDecimal limit = working.step(
                new Text("夜间最大声级限值", "limit of the maximum at night"),
                night.toPlainString() + "+" + margin.toPlainString(),
                night.add(margin),
                "dB(A)");
        return working.judged(new NoiseVerdict.Level(
                working.step(
                        new Text("最大声级", "maximum level"),
                        maximum.toPlainString(),
                        maximum,
                        parameters.rounding(working),
                        "dB(A)"),
                limit));
    }

    private Optional<Rule> findRow(NoiseStandard standard, String zone, LocalDate date, Working working) {
        Optional<Edition> edition = rules.catalogue().findEdition(standard.family(), date, working);
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rows = rules.getTable("noise-limits").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .toList();
        String column = standard.zoneOf(zone);
        Optional<Rule> row =
                rows.stream().filter(rule -> rule.text("zone").equals(column)).findFirst();
        if (row.isEmpty()) {
            working.finding(
                    NoiseFinding.UNKNOWN_ZONE,
                    "class",
                    String.join(
                            ", ", rows.stream().map(rule -> rule.text("zone")).toList()),
                    zone);
        }
        return row;
    }

    private static void refuseImpossible(String place, BigDecimal level, Working working) {
        if (!NoiseParameters.isPossible(level)) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, NoiseParameters.possible(), level.toPlainString());
        }
    }

    private NoiseVerdict.Level against(
            BigDecimal level, NoisePeriod period, Rule row, BigDecimal reduction, Working working) {
        BigDecimal limit = row.getNumber(period.column()).subtract(reduction);
        BigDecimal rounded = working.step(
                period.title(),
                level.toPlainString() + " : " + limit.toPlainString(),
                level,
                parameters.rounding(working),
                "dB(A)");
        return new NoiseVerdict.Level(rounded, limit);
    }
}
