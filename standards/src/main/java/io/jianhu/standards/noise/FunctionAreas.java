package io.jianhu.standards.noise;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attainment of function areas, and the grade of a city's mean level (HJ 640-2012). */
public final class FunctionAreas {

    private static final MathContext EXACT = new MathContext(30);

    private final RuleBook rules;
    private final NoiseLimits limits;

    public FunctionAreas(RuleBook rules) {
        this.rules = rules;
        this.limits = new NoiseLimits(rules);
    }

    /** What a grade is about. */
    public enum Subject {
        /** 区域声环境: the grid of a city. */
        REGION("region", new Text("区域声环境", "area noise")),
        /** 道路交通声环境. */
        TRAFFIC("traffic", new Text("道路交通声环境", "road traffic noise"));

        private final String label;
        private final Text title;

        Subject(String label, Text title) {
            this.label = label;
            this.title = title;
        }

        public String label() {
            return label;
        }

        public Text title() {
            return title;
        }
    }

    /** Share of the point-times that attain the limits of their class (GB 3096). */
    public Judgement<Attainment> attainment(List<PointTime> pointTimes, LocalDate date) {
        Working working = new Working();
        if (pointTimes.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "points", "", "");
            return working.notJudged();
        }
        Map<NoisePeriod, List<NoiseVerdict.Level>> levels = new EnumMap<>(NoisePeriod.class);
        for (PointTime point : pointTimes) {
            Optional<BigDecimal> level = Optional.of(point.level());
            Optional<NoiseVerdict> verdict = working.lean(limits.judge(
                    NoiseStandard.AMBIENT,
                    point.zone(),
                    level.filter(_ -> point.period() == NoisePeriod.DAY),
                    level.filter(_ -> point.period() == NoisePeriod.NIGHT),
                    date));
            if (verdict.isEmpty()) {
                return working.notJudged();
            }
            levels.computeIfAbsent(point.period(), _ -> new ArrayList<>())
                    .add(verdict.get().day().or(() -> verdict.get().night()).orElseThrow());
        }
        List<NoiseVerdict.Level> all =
                levels.values().stream().flatMap(List::stream).toList();
        return working.judged(new Attainment(
                share(NoisePeriod.DAY.title(), levels.getOrDefault(NoisePeriod.DAY, List.of()), working),
                share(NoisePeriod.NIGHT.title(), levels.getOrDefault(NoisePeriod.NIGHT, List.of()), working),
                share(new Text("点次达标率", "attainment of point-times"), all, working)));
    }

    private static Attainment.Share share(Text label, List<NoiseVerdict.Level> levels, Working working) {
        int total = levels.size();
        if (total == 0) {
            return new Attainment.Share(0, 0, Optional.empty());
        }
        int attaining = Math.toIntExact(
                levels.stream().filter(NoiseVerdict.Level::complies).count());
        BigDecimal percent = working.step(
                label,
                attaining + "/" + total + "×100",
                BigDecimal.valueOf(100L * attaining).divide(BigDecimal.valueOf(total), EXACT),
                Rounding.halfEven(1),
                "%");
        return new Attainment.Share(attaining, total, Optional.of(percent));
    }

    /** Grade of a city's mean level: one to five, good to poor. */
    public Judgement<Rule> grade(Subject subject, NoisePeriod period, BigDecimal level) {
        Working working = new Working();
        if (!NoiseParameters.isPossible(level)) {
            working.finding(CommonFinding.OUT_OF_RANGE, "level", NoiseParameters.possible(), level.toPlainString());
            return working.notJudged();
        }
        BigDecimal rounded = working.step(
                subject.title(), level.toPlainString(), level, new NoiseParameters(rules).rounding(working), "dB(A)");
        Rule grade = rules.getTable("noise-grades").rows().stream()
                .filter(rule -> rule.text("subject").equals(subject.label())
                        && rule.text("period").equals(period.column()))
                .filter(rule -> rule.findNumber("up_to")
                        .map(bound -> rounded.compareTo(bound) <= 0)
                        .orElse(true))
                .findFirst()
                .orElseThrow();
        return working.judged(working.cite(grade));
    }
}
