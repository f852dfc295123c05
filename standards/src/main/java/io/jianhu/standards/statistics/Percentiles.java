package io.jianhu.standards.statistics;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The percentile of HJ 663-2013 annex A, the same as the inclusive one of spreadsheets. */
public final class Percentiles {

    /** The row that holds the formula. */
    public static final String RULE = "HJ663-2013/A/percentile";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Rule rule;

    private Percentiles(Rule rule) {
        this.rule = rule;
    }

    public static Percentiles of(RuleBook rules) {
        return new Percentiles(rules.findRule(RULE).orElseThrow());
    }

    /**
     * The percentile of values in any order: with k = 1 + (n-1)·p/100 and s the whole part of k, X(s) + (X(s+1) -
     * X(s))·(k - s) of the values sorted ascending. Not rounded.
     *
     * @param p 0 to 100
     * @throws IllegalArgumentException when there are no values, or p lies outside
     */
    public static Fraction of(List<Fraction> values, BigDecimal p) {
        if (values.isEmpty() || p.signum() < 0 || p.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("percentile " + p + " of " + values.size() + " values");
        }
        List<Fraction> sorted = new ArrayList<>(values);
        sorted.sort(null);
        BigDecimal stepsFromFirst = position(values.size(), p);
        int whole = stepsFromFirst.intValue();
        Fraction below = sorted.get(whole);
        Fraction rest = Fraction.of(stepsFromFirst.subtract(BigDecimal.valueOf(whole)));
        return rest.signum() == 0
                ? below
                : below.plus(sorted.get(whole + 1).minus(below).times(rest));
    }

    /** (n-1)·p/100: how far behind the first value the percentile lies. */
    private static BigDecimal position(int count, BigDecimal p) {
        return BigDecimal.valueOf(count - 1L).multiply(p).movePointLeft(2);
    }

    /** The percentile of measured values with its working; negative values and an empty set are refused. */
    public Judgement<BigDecimal> judge(List<BigDecimal> values, BigDecimal p) {
        Working working = new Working();
        working.cite(rule);
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "values", "1", "0");
        }
        if (p.signum() < 0 || p.compareTo(HUNDRED) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "p", "0..100", p.toPlainString());
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).signum() < 0) {
                working.finding(
                        CommonFinding.NEGATIVE,
                        "values[" + i + "]",
                        "",
                        values.get(i).toPlainString());
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.completeness(new Completeness(values.size(), values.size(), 1));
        BigDecimal k = BigDecimal.ONE.add(position(values.size(), p));
        working.step(
                new Text("位置 k", "position k"), "1+(" + values.size() + "-1)×" + p.toPlainString() + "/100", k, "");
        BigDecimal value = of(values.stream().map(Fraction::of).toList(), p).toDecimal();
        working.step(new Text("百分位数", "percentile"), "X(s)+(X(s+1)-X(s))×(k-s)", value, "");
        return working.judged(value);
    }
}
