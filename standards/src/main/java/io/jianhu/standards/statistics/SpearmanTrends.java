package io.jianhu.standards.statistics;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.statistics.SpearmanTrend.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Trend of a series by Spearman's rank correlation with time, HJ 663-2013 annex B: rs = 1 - 6·Σd²/(N³-N), significant
 * where |rs| ≥ Wp. Compared exactly, before any rounding.
 */
public final class SpearmanTrends {

    private static final String TABLE = "spearman-critical";
    private static final String FEWEST_PERIODS = "HJ663-2013/B/fewest-periods";
    private static final Rounding SHOWN = Rounding.halfEven(10);

    private final List<Rule> critical;
    private final Rule fewest;

    private SpearmanTrends(List<Rule> critical, Rule fewest) {
        this.critical = critical;
        this.fewest = fewest;
    }

    public static SpearmanTrends of(RuleBook rules) {
        return new SpearmanTrends(
                rules.getTable(TABLE).rows().stream()
                        .sorted(Comparator.comparing(row -> row.getNumber("periods")))
                        .toList(),
                rules.findRule(FEWEST_PERIODS).orElseThrow());
    }

    /** The trend of values that stand in the order of time. */
    public Judgement<SpearmanTrend> judge(List<BigDecimal> values) {
        return judge(
                values,
                IntStream.rangeClosed(1, values.size())
                        .mapToObj(BigDecimal::valueOf)
                        .toList());
    }

    /**
     * The trend of values over their periods.
     *
     * @param periods a number for each value that rises with time, such as its year; in any order
     */
    public Judgement<SpearmanTrend> judge(List<BigDecimal> values, List<BigDecimal> periods) {
        Working working = new Working();
        check(values, periods, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.completeness(new Completeness(values.size(), values.size(), fewest()));
        int n = values.size();
        Rule row = working.cite(criticalOf(n, working));
        BigDecimal wp = row.getNumber("one_sided_005");
        Optional<BigDecimal> strict = row.findNumber("one_sided_001");
        if (values.stream().allMatch(value -> value.compareTo(values.getFirst()) == 0)) {
            working.finding(
                    StatisticsFinding.ALL_EQUAL, "values", "", values.getFirst().toPlainString());
            return working.judged(new SpearmanTrend(Optional.empty(), wp, strict, Direction.NONE));
        }
        List<Fraction> timeRanks = ranks(periods);
        List<Fraction> valueRanks = ranks(values);
        Fraction squares = squaresOfDifferences(timeRanks, valueRanks);
        long cube = (long) n * n * n - n;
        Fraction rs = Fraction.of(1, 1).minus(squares.times(Fraction.of(6, cube)));
        BigDecimal shown = working.step(
                new Text("秩相关系数 rs", "rank correlation rs"),
                "1-6×" + squares.toDecimal().toPlainString() + "/(" + n + "³-" + n + ")",
                rs.toDecimal(),
                SHOWN,
                "");
        if (new HashSet<>(valueRanks).size() < n) {
            working.finding(
                    StatisticsFinding.TIED_VALUES,
                    "values",
                    "rs " + corrected(valueRanks, squares, cube).toPlainString(),
                    "rs " + shown.toPlainString());
        }
        boolean significant = rs.abs().compareTo(Fraction.of(wp)) >= 0;
        working.step(new Text("临界值 Wp（0.05，单侧）", "critical value Wp (0.05, one-sided)"), "N=" + n, wp, "");
        Direction direction =
                significant ? (rs.signum() < 0 ? Direction.DECREASE : Direction.INCREASE) : Direction.NONE;
        return working.judged(new SpearmanTrend(Optional.of(shown), wp, strict, direction));
    }

    private int fewest() {
        return fewest.getNumber("value").intValueExact();
    }

    private void check(List<BigDecimal> values, List<BigDecimal> periods, Working working) {
        working.cite(fewest);
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "values", "N ≥ " + fewest(), "0");
        } else if (values.size() < fewest()) {
            working.completeness(new Completeness(values.size(), values.size(), fewest()));
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA, "values", "N ≥ " + fewest(), Integer.toString(values.size()));
        }
        if (values.size() != periods.size()) {
            working.finding(
                    StatisticsFinding.LENGTHS_DIFFER,
                    "years",
                    Integer.toString(values.size()),
                    Integer.toString(periods.size()));
        }
        Set<BigDecimal> seen = new HashSet<>();
        for (int i = 0; i < periods.size(); i++) {
            if (!seen.add(periods.get(i).stripTrailingZeros())) {
                working.finding(
                        StatisticsFinding.REPEATED_PERIOD,
                        "years[" + i + "]",
                        "",
                        periods.get(i).toPlainString());
            }
        }
    }

    /** The row for so many periods, or that for the next fewer. */
    private Rule criticalOf(int n, Working working) {
        Rule row = critical.stream()
                .filter(rule -> rule.getNumber("periods").intValueExact() <= n)
                .reduce((a, b) -> b)
                .orElseThrow();
        if (row.getNumber("periods").intValueExact() != n) {
            working.finding(
                    StatisticsFinding.CRITICAL_VALUE_OF_FEWER, "values", row.text("periods"), Integer.toString(n));
        }
        return row;
    }

    /** The rank of each value, 1 for the smallest; equal values share the mean of their ranks. */
    private static List<Fraction> ranks(List<BigDecimal> values) {
        List<Fraction> ranks = new ArrayList<>();
        for (BigDecimal value : values) {
            long smaller =
                    values.stream().filter(other -> other.compareTo(value) < 0).count();
            long equal =
                    values.stream().filter(other -> other.compareTo(value) == 0).count();
            ranks.add(Fraction.of(2 * smaller + equal + 1, 2));
        }
        return ranks;
    }

    private static Fraction squaresOfDifferences(List<Fraction> a, List<Fraction> b) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < a.size(); i++) {
            Fraction difference = a.get(i).minus(b.get(i));
            sum = sum.plus(difference.times(difference));
        }
        return sum;
    }

    /** Pearson's correlation of the ranks: what rs is where nothing is tied. The periods have no ties. */
    private static BigDecimal corrected(List<Fraction> valueRanks, Fraction squares, long cube) {
        Fraction mean = Fraction.mean(valueRanks);
        Fraction spread = Fraction.ZERO;
        for (Fraction rank : valueRanks) {
            Fraction off = rank.minus(mean);
            spread = spread.plus(off.times(off));
        }
        Fraction spreadOfTime = Fraction.of(cube, 12);
        Fraction covariance = spread.plus(spreadOfTime).minus(squares).times(Fraction.of(1, 2));
        BigDecimal root = spread.times(spreadOfTime).toDecimal().sqrt(new MathContext(30));
        return covariance.dividedBy(Fraction.of(root)).round(Rounding.halfEven(4));
    }
}
