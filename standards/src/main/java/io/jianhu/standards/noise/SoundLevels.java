package io.jianhu.standards.noise;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Equivalent levels over energy, levels of day and night, percentile levels. */
public final class SoundLevels {

    private static final int HOURS = 24;

    private final NoiseParameters parameters;

    public SoundLevels(RuleBook rules) {
        this.parameters = new NoiseParameters(rules);
    }

    /**
     * Equivalent level over energy, dB, one decimal.
     *
     * @param durations how long each level lasted, in any one unit; empty when all lasted alike
     */
    public Judgement<BigDecimal> equivalent(List<BigDecimal> levels, List<BigDecimal> durations) {
        Working working = new Working();
        refuseImpossible(levels, working);
        if (!durations.isEmpty()
                && (durations.size() != levels.size()
                        || durations.stream().anyMatch(duration -> duration.signum() <= 0))) {
            working.finding(
                    NoiseFinding.WEIGHTS_DO_NOT_FIT, "durations", levels.size() + " × > 0", durations.size() + "");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        EnergyMean mean =
                new EnergyMean(levels.stream().max(Comparator.naturalOrder()).orElseThrow());
        for (int i = 0; i < levels.size(); i++) {
            mean.add(levels.get(i), durations.isEmpty() ? BigDecimal.ONE : durations.get(i));
        }
        return working.judged(working.step(
                new Text("等效声级 Leq", "equivalent level Leq"),
                "10·lg(Σt·10^(0.1L)/Σt), n=" + levels.size(),
                mean.value(),
                parameters.rounding(working),
                "dB(A)"));
    }

    /**
     * Ld, Ln and Ldn of one day from its hours. Hours with rain, snow or too much wind do not count.
     *
     * @param hours of 06:00 to 22:00 and 22:00 to 06:00 of one day, in any order
     */
    public Judgement<DayNightLevels> ofDay(List<NoiseHour> hours) {
        Working working = new Working();
        refuseImpossible(hours.stream().map(NoiseHour::level).toList(), working);
        Set<Integer> seen = new HashSet<>();
        for (NoiseHour hour : hours) {
            if (hour.hour() < 0 || hour.hour() >= HOURS) {
                working.finding(CommonFinding.OUT_OF_RANGE, "hour", "0..23", hour.hour() + "");
            } else if (!seen.add(hour.hour())) {
                working.finding(NoiseFinding.HOUR_TWICE, "hour", "", hour.hour() + "");
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int dayBegins = parameters.count("day_begins");
        int nightBegins = parameters.count("night_begins");
        List<BigDecimal> day = new ArrayList<>();
        List<BigDecimal> night = new ArrayList<>();
        for (NoiseHour hour : hours) {
            if (isCalm(hour, working)) {
                (hour.hour() >= dayBegins && hour.hour() < nightBegins ? day : night).add(hour.level());
            }
        }
        working.cite(parameters.get("day_begins"));
        working.cite(parameters.get("night_begins"));
        return levels(day, night, nightBegins - dayBegins, working);
    }

    private Judgement<DayNightLevels> levels(
            List<BigDecimal> day, List<BigDecimal> night, int dayLength, Working working) {
        int nightLength = HOURS - dayLength;
        Optional<BigDecimal> ld = mean(day, dayLength, "day_hours", working);
        Optional<BigDecimal> ln = mean(night, nightLength, "night_hours", working);
        working.completeness(new Completeness(
                day.size() + night.size(), HOURS, parameters.count("day_hours") + parameters.count("night_hours")));
        if (ld.isEmpty() && ln.isEmpty()) {
            return working.notJudged();
        }
        Optional<BigDecimal> ldn = ld.flatMap(d -> ln.map(n -> dayNight(d, n, dayLength, working)));
        return working.judged(new DayNightLevels(
                ld.map(value -> rounded(NoisePeriod.DAY.title(), "Ld, n=" + day.size(), value, working)),
                ln.map(value -> rounded(NoisePeriod.NIGHT.title(), "Ln, n=" + night.size(), value, working)),
                ldn.map(value -> rounded(
                        new Text("昼夜等效声级", "day-night level"),
                        "10·lg((" + dayLength + "·10^(0.1Ld)+" + nightLength + "·10^(0.1(Ln+"
                                + parameters.get("night_penalty").text("value") + ")))/24)",
                        value,
                        working)),
                day.size(),
                night.size()));
    }

    private BigDecimal rounded(Text label, String formula, BigDecimal exact, Working working) {
        return working.step(label, formula, exact, parameters.rounding(working), "dB(A)");
    }

    private Optional<BigDecimal> mean(List<BigDecimal> levels, int length, String key, Working working) {
        if (levels.size() < length) {
            Rule needed = working.cite(parameters.get(key));
            if (levels.size() < needed.getNumber("value").intValueExact()) {
                working.finding(
                        NoiseFinding.TOO_FEW_HOURS, key, ">= " + needed.text("value") + " h", levels.size() + " h");
                return Optional.empty();
            }
        }
        return Optional.of(EnergyMean.of(levels));
    }

    private BigDecimal dayNight(BigDecimal day, BigDecimal night, int dayLength, Working working) {
        BigDecimal raised =
                night.add(working.cite(parameters.get("night_penalty")).getNumber("value"));
        EnergyMean mean = new EnergyMean(day.max(raised));
        mean.add(day, BigDecimal.valueOf(dayLength));
        mean.add(raised, BigDecimal.valueOf(HOURS - dayLength));
        return mean.value();
    }

    private boolean isCalm(NoiseHour hour, Working working) {
        Rule wind = parameters.get("wind_below");
        if (hour.wind().isPresent() || hour.weather() != NoiseHour.Weather.DRY) {
            working.cite(wind);
        }
        return hour.weather() == NoiseHour.Weather.DRY
                && hour.wind()
                        .map(speed -> speed.compareTo(wind.getNumber("value")) < 0)
                        .orElse(true);
    }

    /** L10, L50 and L90: the levels exceeded 10, 50 and 90 % of the time, of levels sampled at equal steps. */
    public Judgement<PercentileLevels> percentiles(List<BigDecimal> levels) {
        Working working = new Working();
        refuseImpossible(levels, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        List<BigDecimal> descending =
                levels.stream().sorted(Comparator.reverseOrder()).toList();
        PercentileLevels percentiles =
                new PercentileLevels(exceeded(descending, 10), exceeded(descending, 50), exceeded(descending, 90));
        working.cite(parameters.get("percentile_rank"));
        working.step(new Text("累积百分声级 L10", "L10"), "n=" + levels.size(), percentiles.l10(), "dB(A)");
        working.step(new Text("累积百分声级 L50", "L50"), "n=" + levels.size(), percentiles.l50(), "dB(A)");
        working.step(new Text("累积百分声级 L90", "L90"), "n=" + levels.size(), percentiles.l90(), "dB(A)");
        return working.judged(percentiles);
    }

    /** Of a hundred levels from loud to quiet the tenth is L10: of n levels the one at n·p/100, rounded up. */
    private static BigDecimal exceeded(List<BigDecimal> descending, int percent) {
        long rank = Math.ceilDiv((long) descending.size() * percent, 100L);
        return descending.get(Math.toIntExact(rank) - 1);
    }

    private static void refuseImpossible(List<BigDecimal> levels, Working working) {
        if (levels.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "levels", "", "");
        }
        for (int i = 0; i < levels.size(); i++) {
            if (!NoiseParameters.isPossible(levels.get(i))) {
                working.finding(
                        CommonFinding.OUT_OF_RANGE,
                        "levels[" + i + "]",
                        NoiseParameters.possible(),
                        levels.get(i).toPlainString());
            }
        }
    }
}
