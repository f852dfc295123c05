package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.series.AirYear;
import io.jianhu.standards.air.series.AnnualEvaluations;
import io.jianhu.standards.air.series.Compared;
import io.jianhu.standards.air.series.EarlyApplication;
import io.jianhu.standards.air.series.ItemYear;
import io.jianhu.standards.air.series.Period;
import io.jianhu.standards.air.series.PeriodStatistic;
import io.jianhu.standards.air.series.PeriodStatistics;
import io.jianhu.standards.air.series.SeriesFinding;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Validity of months and years, the annual evaluation. */
final class SeriesPeriodTopics {

    private static final String FACTOR = AirInputs.FACTOR;
    private static final String REGION = SeriesDayTopics.REGION;
    private static final String YEAR = "year";
    private static final String MONTH = "month";
    private static final String VALID_DAYS = "valid_days";
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2999);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final AirInputs inputs;
    private final PeriodStatistics periods;
    private final AnnualEvaluations evaluations;
    private final EarlyApplication early;

    private SeriesPeriodTopics(RuleBook rules) {
        this.inputs = new AirInputs(rules);
        this.periods = PeriodStatistics.of(rules);
        this.evaluations = AnnualEvaluations.of(rules);
        this.early = EarlyApplication.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        SeriesPeriodTopics topics = new SeriesPeriodTopics(rules);
        return List.of(topics.month(), topics.year(), topics.evaluation());
    }

    private Topic month() {
        return new Topic(
                "month_validity",
                new Text("月均值有效性", "Validity of a month"),
                new Text(
                        "一个月至少 27 个有效日平均，二月 25 个（GB 3095 表 4）。",
                        "A month needs 27 valid daily means, February 25 (GB 3095 table 4)."),
                false,
                List.of(
                        SeriesDayTopics.factor(),
                        yearInput(),
                        Input.number(MONTH, new Text("月份", "month"), "").needed(),
                        Input.number(VALID_DAYS, new Text("有效天数", "valid days"), "d")
                                .needed(),
                        SeriesDayTopics.region()),
                List.of(Map.of(FACTOR, "PM2.5", YEAR, 2025, MONTH, 2, VALID_DAYS, 25)),
                this::judgeMonth);
    }

    private Judgement<Map<String, Object>> judgeMonth(Request request) {
        Working working = new Working();
        Optional<Integer> year = within(request.getNumber(YEAR), YEAR, FIRST_YEAR, LAST_YEAR, working);
        Optional<Integer> month = within(request.getNumber(MONTH), MONTH, BigDecimal.ONE, MONTHS, working);
        Optional<Integer> days = Counts.read(request.getNumber(VALID_DAYS), VALID_DAYS, working);
        if (year.isEmpty() || month.isEmpty() || days.isEmpty()) {
            return working.notJudged();
        }
        YearMonth of = YearMonth.of(year.get(), month.get());
        return counted(request, Period.month(of), Map.of(of, days.get()), working);
    }

    private Topic year() {
        return new Topic(
                "year_validity",
                new Text("年均值有效性", "Validity of a year"),
                new Text(
                        "一年至少 324 个有效日平均，并且每个月有效（GB 3095 表 4）；按 1 至 12 月给出各月有效天数。",
                        "A year needs 324 valid daily means and every month valid (GB 3095 table 4); give the valid days of January to"
                                + " December."),
                false,
                List.of(
                        SeriesDayTopics.factor(),
                        yearInput(),
                        Input.numbers(VALID_DAYS, new Text("各月有效天数", "valid days by month"), "d")
                                .needed(),
                        SeriesDayTopics.region()),
                List.of(Map.of(FACTOR, "PM2.5", YEAR, 2025, VALID_DAYS, Collections.nCopies(12, 28))),
                this::judgeYear);
    }

    private Judgement<Map<String, Object>> judgeYear(Request request) {
        Working working = new Working();
        Optional<Integer> year = within(request.getNumber(YEAR), YEAR, FIRST_YEAR, LAST_YEAR, working);
        List<BigDecimal> given = request.listNumbers(VALID_DAYS);
        if (given.size() != MONTHS.intValueExact()) {
            working.finding(CommonFinding.OUT_OF_RANGE, VALID_DAYS, "12", Integer.toString(given.size()));
        }
        List<Optional<Integer>> days = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            days.add(Counts.read(given.get(i), VALID_DAYS + "[" + i + "]", working));
        }
        if (year.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Period period = Period.year(year.get());
        Map<YearMonth, Integer> byMonth = new TreeMap<>();
        for (int i = 0; i < days.size(); i++) {
            byMonth.put(period.first().plusMonths(i), days.get(i).orElse(0));
        }
        return counted(request, period, byMonth, working);
    }

    private Judgement<Map<String, Object>> counted(
            Request request, Period period, Map<YearMonth, Integer> days, Working working) {
        LocalDate ruleDay = early.ruleDay(period.to(), request.findText(REGION).orElse(""), working);
        Optional<PeriodStatistic> found =
                working.lean(periods.judgeCounts(inputs.key(request.getText(FACTOR)), period, days, ruleDay));
        if (found.isEmpty()) {
            return working.notJudged();
        }
        working.completeness(found.get().completeness());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("valid", found.get().valid());
        result.put(VALID_DAYS, found.get().completeness().have());
        result.put("needed_days", found.get().completeness().needed());
        result.put(
                "invalid_months",
                found.get().invalidMonths().stream()
                        .map(YearMonth::getMonthValue)
                        .toList());
        return working.judged(result);
    }

    private Topic evaluation() {
        List<Input> keys = new ArrayList<>(List.of(yearInput(), AirInputs.airClass(), SeriesDayTopics.region()));
        AirInputs.SIX.forEach(factor -> keys.add(Input.series(factor, inputs.name(factor), inputs.unit(factor))));
        return new Topic(
                "annual_evaluation",
                new Text("年评价", "Annual evaluation"),
                new Text(
                        "由全年逐日值（无效日写 null，臭氧为日最大 8 小时）评价：年平均、百分位数、达标率、超标倍数和六项综合结论（HJ 663）。",
                        "From the daily values of a year (null where not valid, ozone as daily maximum 8 h): means, percentiles, attainment"
                                + " rates, exceed multiples and the verdict of all six items (HJ 663)."),
                false,
                keys,
                List.of(Map.of(YEAR, 2025, "PM2.5", Collections.nCopies(365, 28))),
                this::judgeEvaluation);
    }

    private Judgement<Map<String, Object>> judgeEvaluation(Request request) {
        Working working = new Working();
        Optional<Integer> year = within(request.getNumber(YEAR), YEAR, FIRST_YEAR, LAST_YEAR, working);
        if (year.isEmpty()) {
            return working.notJudged();
        }
        Map<String, Map<LocalDate, Fraction>> days = new LinkedHashMap<>();
        AirInputs.SIX.stream().filter(request::has).forEach(factor -> {
            List<Optional<BigDecimal>> values = request.listSeries(factor);
            Counts.refuseNegative(values, factor, working);
            if (values.size() > Year.of(year.get()).length()) {
                working.finding(
                        SeriesFinding.MORE_THAN_POSSIBLE,
                        factor,
                        "≤ " + Year.of(year.get()).length(),
                        Integer.toString(values.size()));
            } else {
                days.put(factor, byDay(year.get(), values));
            }
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        AirClass airClass =
                request.findText(AirInputs.CLASS).map(AirClass::ofLabel).orElse(AirClass.SECOND);
        return evaluations
                .judge(year.get(), days, airClass, request.findText(REGION).orElse(""))
                .map(SeriesPeriodTopics::plain);
    }

    private static Map<LocalDate, Fraction> byDay(int year, List<Optional<BigDecimal>> values) {
        Map<LocalDate, Fraction> days = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            LocalDate day = LocalDate.ofYearDay(year, i + 1);
            values.get(i).ifPresent(value -> days.put(day, Fraction.of(value)));
        }
        return days;
    }

    private static Map<String, Object> plain(AirYear year) {
        Map<String, Object> items = new LinkedHashMap<>();
        year.items().forEach((factor, item) -> items.put(factor, plain(item)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("verdict", year.verdict().name().toLowerCase(Locale.ROOT));
        result.put("missing", year.missing());
        result.put("items", items);
        return result;
    }

    private static Map<String, Object> plain(ItemYear item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("mean", item.mean().map(Compared::value));
        plain.put("mean_exceed_multiple", item.mean().flatMap(Compared::exceedMultiple));
        plain.put("percentile", item.percentile().value());
        plain.put("percentile_exceed_multiple", item.percentile().exceedMultiple());
        plain.put(VALID_DAYS, item.days().have());
        plain.put("valid", item.valid());
        plain.put("attaining_days", item.attainingDays());
        plain.put("attainment_rate_pct", item.attainmentRate());
        plain.put("attained", item.attained());
        return plain;
    }

    private static Input yearInput() {
        return Input.number(YEAR, new Text("年份", "year"), "").needed();
    }

    private static Optional<Integer> within(
            BigDecimal number, String place, BigDecimal least, BigDecimal most, Working working) {
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, least + ".." + most, number.toPlainString());
            return Optional.empty();
        }
        return Optional.of(number.intValueExact());
    }
}
