package io.jianhu.standards.topic;

import io.jianhu.standards.Factor;
import io.jianhu.standards.Factors;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirFinding;
import io.jianhu.standards.air.AirStatistic;
import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The inputs that several air topics share. */
final class AirInputs {

    static final String CLASS = "class";
    static final String REPORT = "report";
    static final String FACTOR = "factor";
    /** The six factors of table 1 of GB 3095, in its order. */
    static final List<String> SIX = List.of("SO2", "NO2", "CO", "O3", "PM10", "PM2.5");

    private final Factors factors;

    AirInputs(RuleBook rules) {
        this.factors = rules.factors();
    }

    Text name(String factor) {
        return factors.findFactor(factor).map(Factor::name).orElse(new Text(factor, factor));
    }

    /** The key of a factor that was named in any of its ways; an unknown name stays as it is. */
    String key(String factor) {
        return factors.findFactor(factor).map(Factor::key).orElse(factor);
    }

    String unit(String factor) {
        return factors.findFactor(factor)
                .flatMap(known -> known.findUnit(Medium.AIR))
                .map(Unit::symbol)
                .orElse("µg/m³");
    }

    /** The concentration of a factor under its own key. */
    Input concentration(String factor) {
        return Input.number(factor, name(factor), unit(factor));
    }

    Stream<Input> concentrations() {
        return SIX.stream().map(this::concentration);
    }

    /** Another statistic of a factor, such as {@code O3_1h}. */
    Input statistic(String factor, String suffix, String zh, String en) {
        Text name = name(factor);
        return Input.number(factor + "_" + suffix, new Text(name.zh() + " " + zh, name.en() + ", " + en), unit(factor));
    }

    /** The key of a statistic over a period: {@code SO2} for a mean, {@code SO2_P98} for a percentile. */
    Input statistic(AirStatistic statistic) {
        return statistic
                .percentile()
                .map(percent ->
                        statistic(statistic.factor(), "P" + percent, "第 " + percent + " 百分位数", "percentile " + percent))
                .orElseGet(() -> concentration(statistic.factor()));
    }

    Input factor() {
        return Input.choice(
                FACTOR,
                new Text("因子", "factor"),
                SIX.stream()
                        .map(factor -> new Input.Choice(factor, name(factor)))
                        .toList());
    }

    Input report() {
        return Input.choice(
                        REPORT,
                        new Text("报告", "report"),
                        List.of(
                                new Input.Choice("daily", new Text("日报", "daily")),
                                new Input.Choice("hourly", new Text("实时报", "hourly"), List.of("realtime", "小时报"))))
                .needed();
    }

    static Input airClass() {
        return Input.choice(
                CLASS,
                new Text("功能区类别", "class of the zone"),
                List.of(
                        new Input.Choice("1", new Text("一级", "first class")),
                        new Input.Choice("2", new Text("二级", "second class"))));
    }

    /**
     * The given statistics; a factor's own key is its mean or, where it has none, the statistic that it is judged by. A statistic
     * under two keys is a finding.
     */
    static Map<AirStatistic, BigDecimal> statistics(Request request, List<AirStatistic> known, Working working) {
        Map<AirStatistic, BigDecimal> statistics = new LinkedHashMap<>();
        for (AirStatistic statistic : known) {
            request.findNumber(statistic.toString()).ifPresent(value -> statistics.put(statistic, value));
        }
        for (String factor : SIX) {
            Optional<AirStatistic> usual = known.stream()
                    .filter(statistic -> statistic.factor().equals(factor))
                    .findFirst()
                    .filter(statistic -> !statistic.toString().equals(factor));
            Optional<BigDecimal> value = request.findNumber(factor);
            if (usual.isPresent() && value.isPresent() && statistics.put(usual.get(), value.get()) != null) {
                working.finding(AirFinding.GIVEN_TWICE, factor, usual.get().toString(), "");
            }
        }
        return statistics;
    }
}
