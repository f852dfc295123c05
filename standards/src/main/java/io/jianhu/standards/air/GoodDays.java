package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The share of good days (优良天数比例): days of level 优 or 良 over VALID days, never over calendar days. */
public final class GoodDays {

    private static final long PER_CENT = 100;

    private final RuleBook rules;
    private final AirTerms terms;

    private GoodDays(RuleBook rules) {
        this.rules = rules;
        this.terms = new AirTerms(rules);
    }

    public static GoodDays of(RuleBook rules) {
        return new GoodDays(rules);
    }

    /**
     * A share of days.
     *
     * @param percent one decimal
     */
    public record Share(int good, int valid, BigDecimal percent) {}

    /** The share from counts; both are whole numbers of days. */
    public Judgement<Share> judge(BigDecimal good, BigDecimal valid) {
        Working working = new Working();
        refuseNoCount("good_days", good, working);
        refuseNoCount("valid_days", valid, working);
        if (!working.hasFindings() && valid.signum() == 0) {
            working.finding(CommonFinding.EMPTY_SET, "valid_days", "> 0", "0");
        }
        if (!working.hasFindings() && good.compareTo(valid) > 0) {
            working.finding(
                    AirFinding.MORE_GOOD_THAN_VALID, "good_days", "≤ " + valid.toPlainString(), good.toPlainString());
        }
        return working.hasFindings()
                ? working.notJudged()
                : working.judged(share(good.intValueExact(), valid.intValueExact(), working));
    }

    /**
     * The share from the index of each day.
     *
     * @param day a day of the period: it chooses the edition that says what a good day is
     * @param indices one per calendar day, empty where the day was not valid
     */
    public Judgement<Share> judgeDays(LocalDate day, List<Optional<BigDecimal>> indices) {
        Working working = new Working();
        if (rules.catalogue().findEdition("HJ 633", day, working).isEmpty()) {
            return working.notJudged();
        }
        BigDecimal most = terms.get("good-day-max", day, working);
        int valid = 0;
        int good = 0;
        for (int i = 0; i < indices.size(); i++) {
            if (indices.get(i).isPresent()) {
                BigDecimal index = indices.get(i).get();
                working.refuseNegative("daily_aqi[" + i + "]", index);
                valid++;
                good += index.compareTo(most) <= 0 ? 1 : 0;
            }
        }
        working.completeness(new Completeness(valid, indices.size(), 1));
        if (valid == 0) {
            working.finding(CommonFinding.EMPTY_SET, "daily_aqi", "", "");
        }
        return working.hasFindings() ? working.notJudged() : working.judged(share(good, valid, working));
    }

    private static void refuseNoCount(String place, BigDecimal count, Working working) {
        if (count.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, "≥ 0", count.toPlainString());
        } else if (count.stripTrailingZeros().scale() > 0
                || count.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0, 1, 2 …", count.toPlainString());
        }
    }

    private Share share(int good, int valid, Working working) {
        BigDecimal percent = working.step(
                new Text("优良天数比例", "share of good days"),
                good + "/" + valid + "×100",
                Fraction.of(good * PER_CENT, valid).toDecimal(),
                terms.decimals("good-day-ratio-decimals", working),
                "%");
        return new Share(good, valid, percent);
    }
}
