package io.jianhu.standards.soil;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.soil.FarmlandLimit.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sorts farmland soil into its three classes (GB 15618-2018 tables 1 to 3).
 *
 * <p>The class is that of the worst item. Soil alone is judged: the measures that follow also look at the crop.
 */
public final class FarmlandSoil {

    private static final String FAMILY = "GB 15618";
    private static final BigDecimal HIGHEST_PH = BigDecimal.valueOf(14);

    private final RuleBook rules;
    private final List<FarmlandLimit> limits;
    private final List<String> items;

    public FarmlandSoil(RuleBook rules) {
        this.rules = rules;
        this.limits = rules.getTable("soil-farmland-limits").rows().stream()
                .map(FarmlandLimit::of)
                .toList();
        this.items = limits.stream().map(FarmlandLimit::item).distinct().toList();
    }

    /** The items of the standard, in its order. */
    public List<String> listItems() {
        return items;
    }

    /** The class of the sample by the edition that holds on the day of sampling. */
    public Judgement<FarmlandVerdict> classify(FarmlandSample sample, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(FAMILY, day, working);
        if (edition.isEmpty() || !isSound(sample, working)) {
            return working.notJudged();
        }
        List<FarmlandVerdict.Item> judged = new ArrayList<>();
        for (String item : items) {
            Reading reading = sample.contents().get(item);
            if (reading != null) {
                judge(item, reading, sample, edition.get(), working).ifPresent(judged::add);
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return working.judged(verdict(judged));
    }

    private boolean isSound(FarmlandSample sample, Working working) {
        if (sample.contents().isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "contents", String.join(", ", items), "");
        }
        sample.pH().ifPresent(pH -> {
            if (pH.signum() < 0 || pH.compareTo(HIGHEST_PH) > 0) {
                working.finding(CommonFinding.OUT_OF_RANGE, "pH", "0..14", pH.toPlainString());
            }
        });
        for (Map.Entry<String, Reading> content : sample.contents().entrySet()) {
            if (!items.contains(content.getKey())) {
                working.finding(
                        CommonFinding.UNKNOWN_FACTOR, content.getKey(), String.join(", ", items), content.getKey());
            }
            if (content.getValue() instanceof Reading.Measured(BigDecimal value) && value.signum() < 0) {
                working.finding(CommonFinding.NEGATIVE, content.getKey(), ">= 0 mg/kg", value.toPlainString());
            }
        }
        return !working.hasFindings();
    }

    private Optional<FarmlandVerdict.Item> judge(
            String item, Reading reading, FarmlandSample sample, Edition edition, Working working) {
        List<FarmlandLimit> rows = limits.stream()
                .filter(limit ->
                        limit.item().equals(item) && limit.rule().edition().equals(edition))
                .toList();
        if (sample.pH().isEmpty() && rows.stream().anyMatch(FarmlandLimit::dependsOnPh)) {
            working.finding(SoilFinding.PH_NEEDED, "pH", "0..14", "");
            return Optional.empty();
        }
        BigDecimal pH = sample.pH().orElse(BigDecimal.ZERO);
        List<FarmlandLimit> band =
                rows.stream().filter(limit -> limit.covers(pH)).toList();
        FarmlandLimit screening = screening(band, sample.use(), working);
        Optional<FarmlandLimit> intervention =
                band.stream().filter(limit -> limit.kind() == Kind.INTERVENTION).findFirst();
        intervention.ifPresent(limit -> working.cite(limit.rule()));
        return switch (reading) {
            case Reading.Measured(BigDecimal content) ->
                Optional.of(item(item, content, screening.limit(), intervention.map(FarmlandLimit::limit), working));
            case Reading.BelowDetection(BigDecimal detectionLimit) -> {
                if (detectionLimit.compareTo(screening.limit()) > 0) {
                    working.finding(
                            SoilFinding.DETECTION_LIMIT_TOO_HIGH,
                            item,
                            "<= " + screening.limit().toPlainString() + " mg/kg",
                            detectionLimit.toPlainString() + "L");
                    yield Optional.empty();
                }
                yield Optional.of(new FarmlandVerdict.Item(
                        item,
                        Optional.empty(),
                        screening.limit(),
                        intervention.map(FarmlandLimit::limit),
                        FarmlandClass.PRIORITY_PROTECTION));
            }
        };
    }

    private FarmlandLimit screening(List<FarmlandLimit> band, FarmlandUse use, Working working) {
        List<FarmlandLimit> rows =
                band.stream().filter(limit -> limit.kind() == Kind.SCREENING).toList();
        Stream<FarmlandLimit> fitting = rows.stream().filter(limit -> use.isNamed(limit.land()));
        Stream<FarmlandLimit> others = rows.stream()
                .filter(limit -> limit.land().equals("other") || limit.land().equals("all"));
        if (use == FarmlandUse.ROTATION) {
            working.cite(rotationRule());
            FarmlandLimit stricter = Stream.concat(fitting, others)
                    .min(Comparator.comparing(FarmlandLimit::limit))
                    .orElseThrow(() -> new IllegalStateException("no screening value among " + band));
            working.cite(stricter.rule());
            return stricter;
        }
        FarmlandLimit row = Stream.concat(fitting, others)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no screening value among " + band));
        working.cite(row.rule());
        return row;
    }

    private Rule rotationRule() {
        return rules.findRule("GB15618-2018/rotation").orElseThrow();
    }

    private static FarmlandVerdict.Item item(
            String item, BigDecimal content, BigDecimal screening, Optional<BigDecimal> intervention, Working working) {
        FarmlandClass soil;
        if (intervention.filter(limit -> content.compareTo(limit) > 0).isPresent()) {
            soil = FarmlandClass.STRICT_CONTROL;
        } else if (content.compareTo(screening) > 0) {
            soil = FarmlandClass.SAFE_USE;
        } else {
            soil = FarmlandClass.PRIORITY_PROTECTION;
        }
        working.step(
                new Text(
                        item + " " + soil.title().zh(),
                        item + " " + soil.title().en()),
                content.toPlainString()
                        + (content.compareTo(screening) > 0 ? " > " : " <= ")
                        + screening.toPlainString()
                        + intervention
                                .map(limit -> content.compareTo(limit) > 0
                                        ? ", > " + limit.toPlainString()
                                        : ", <= " + limit.toPlainString())
                                .orElse(""),
                content,
                "mg/kg");
        return new FarmlandVerdict.Item(item, Optional.of(content), screening, intervention, soil);
    }

    private static FarmlandVerdict verdict(List<FarmlandVerdict.Item> judged) {
        FarmlandVerdict.Item deciding = judged.getFirst();
        for (FarmlandVerdict.Item item : judged) {
            int worse = item.soil().compareTo(deciding.soil());
            if (worse > 0 || (worse == 0 && item.liesHigherThan(deciding))) {
                deciding = item;
            }
        }
        return new FarmlandVerdict(deciding.soil(), List.copyOf(judged), deciding);
    }
}
