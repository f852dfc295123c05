package io.jianhu.standards.soil;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB 15618-2018: farmland soil")
class FarmlandSoilTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final LocalDate DAY = LocalDate.parse("2024-04-01");
    private final FarmlandSoil soil = new FarmlandSoil(RULES);

    private static Reading measured(String value) {
        return new Reading.Measured(new BigDecimal(value));
    }

    private Judgement<FarmlandVerdict> judge(FarmlandUse use, String pH, Map<String, Reading> contents) {
        return soil.classify(new FarmlandSample(use, Optional.of(new BigDecimal(pH)), contents), DAY);
    }

    private FarmlandVerdict verdict(FarmlandUse use, String pH, String item, String content) {
        return judge(use, pH, Map.of(item, measured(content))).getValue();
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream().map(finding -> finding.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PADDY,5.5,Cd,0.3,1.5", "PADDY,5.51,Cd,0.4,2.0", "PADDY,6.5,Cd,0.4,2.0", "PADDY,6.51,Cd,0.6,3.0",
        "PADDY,7.5,Cd,0.6,3.0", "PADDY,7.51,Cd,0.8,4.0", "UPLAND,6.5,Cd,0.3,2.0", "ORCHARD,8,Cd,0.6,4.0",
        "UPLAND,7,As,30,120", "PADDY,8,As,20,100", "OTHER,5,Hg,1.3,2.0", "PADDY,5,Cr,250,800"
    })
    @Clause({"GB 15618-2018 表1", "GB 15618-2018 表3"})
    void the_band_of_pH_and_the_use_choose_the_limits(
            FarmlandUse use, String pH, String item, BigDecimal screening, BigDecimal intervention) {
        FarmlandVerdict.Item judged = verdict(use, pH, item, "0.01").deciding();
        assertThat(judged.screening()).isEqualByComparingTo(screening);
        assertThat(judged.intervention())
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(intervention));
    }

    @ParameterizedTest
    @CsvSource({"ORCHARD,6.5,150", "PADDY,6.5,50", "UPLAND,7,100", "ORCHARD,7,200", "ROTATION,5,50"})
    @Clause("GB 15618-2018 表1")
    void copper_tells_orchards_from_the_rest(FarmlandUse use, String pH, BigDecimal screening) {
        assertThat(verdict(use, pH, "Cu", "1").deciding().screening()).isEqualByComparingTo(screening);
    }

    @ParameterizedTest
    @CsvSource({"Pb,5,70", "Cd,6.2,0.3", "Hg,6.2,0.5", "As,7,25", "Cr,8,250", "Zn,7,250"})
    @Clause("GB 15618-2018 表1 注②")
    void rotation_of_paddy_and_upland_takes_the_stricter_value(String item, String pH, BigDecimal screening) {
        Judgement<FarmlandVerdict> judgement = judge(FarmlandUse.ROTATION, pH, Map.of(item, measured("0.01")));
        assertThat(judgement.getValue().deciding().screening()).isEqualByComparingTo(screening);
        assertThat(judgement.citations()).extracting(Rule::id).contains("GB15618-2018/rotation");
    }

    @Test
    @Clause({"GB 15618-2018 表1", "GB 15618-2018 表3"})
    void a_content_on_a_limit_does_not_exceed_it() {
        assertThat(verdict(FarmlandUse.PADDY, "6.2", "Cd", "0.40").soil()).isEqualTo(FarmlandClass.PRIORITY_PROTECTION);
        assertThat(verdict(FarmlandUse.PADDY, "6.2", "Cd", "0.401").soil()).isEqualTo(FarmlandClass.SAFE_USE);
        assertThat(verdict(FarmlandUse.PADDY, "6.2", "Cd", "2").soil()).isEqualTo(FarmlandClass.SAFE_USE);
        assertThat(verdict(FarmlandUse.PADDY, "6.2", "Cd", "2.01").soil()).isEqualTo(FarmlandClass.STRICT_CONTROL);
    }

    @Test
    @Clause("GB 15618-2018 表3")
    void the_intervention_value_of_arsenic_falls_with_pH() {
        assertThat(verdict(FarmlandUse.PADDY, "5", "As", "150").soil()).isEqualTo(FarmlandClass.SAFE_USE);
        assertThat(verdict(FarmlandUse.PADDY, "8", "As", "150").soil()).isEqualTo(FarmlandClass.STRICT_CONTROL);
    }

    @ParameterizedTest
    @CsvSource({"Cu", "Ni", "Zn", "HCH", "DDT", "BaP"})
    @Clause({"GB 15618-2018 表2", "GB 15618-2018 表3"})
    void an_item_without_intervention_value_never_asks_for_strict_control(String item) {
        FarmlandVerdict verdict = verdict(FarmlandUse.UPLAND, "7", item, "100000");
        assertThat(verdict.soil()).isEqualTo(FarmlandClass.SAFE_USE);
        assertThat(verdict.deciding().intervention()).isEmpty();
    }

    @Test
    void the_worst_item_decides_and_among_equals_the_one_highest_above_its_limit() {
        FarmlandVerdict verdict = judge(
                        FarmlandUse.PADDY,
                        "6.2",
                        Map.of(
                                "Cd",
                                measured("0.5"),
                                "Pb",
                                measured("300"),
                                "Zn",
                                measured("199"),
                                "Cu",
                                measured("60")))
                .getValue();
        assertThat(verdict.soil()).isEqualTo(FarmlandClass.SAFE_USE);
        assertThat(verdict.deciding().item()).isEqualTo("Pb");
        assertThat(verdict.items()).extracting(FarmlandVerdict.Item::item).containsExactly("Cd", "Pb", "Cu", "Zn");
    }

    @Test
    void below_detection_is_clean_when_the_method_can_see_the_screening_value() {
        assertThat(judge(FarmlandUse.PADDY, "5", Map.of("Cd", new Reading.BelowDetection(new BigDecimal("0.3"))))
                        .getValue()
                        .soil())
                .isEqualTo(FarmlandClass.PRIORITY_PROTECTION);
        assertThat(codes(judge(
                        FarmlandUse.PADDY, "5", Map.of("Cd", new Reading.BelowDetection(new BigDecimal("0.31"))))))
                .containsExactly(SoilFinding.DETECTION_LIMIT_TOO_HIGH);
    }

    @Test
    void impossible_input_is_refused_with_a_finding() {
        assertThat(codes(judge(FarmlandUse.PADDY, "15", Map.of("Cd", measured("0.1")))))
                .containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(judge(FarmlandUse.PADDY, "7", Map.of("Cd", measured("-0.1")))))
                .containsExactly(CommonFinding.NEGATIVE);
        assertThat(codes(judge(FarmlandUse.PADDY, "7", Map.of("Tl", measured("0.1")))))
                .containsExactly(CommonFinding.UNKNOWN_FACTOR);
        assertThat(codes(judge(FarmlandUse.PADDY, "7", Map.of()))).containsExactly(CommonFinding.EMPTY_SET);
    }

    @Test
    @Clause("GB 15618-2018 表2")
    void metals_need_the_pH_and_organic_items_do_not() {
        FarmlandSample metal = new FarmlandSample(FarmlandUse.PADDY, Optional.empty(), Map.of("Cd", measured("0.1")));
        FarmlandSample organic =
                new FarmlandSample(FarmlandUse.PADDY, Optional.empty(), Map.of("DDT", measured("0.11")));
        assertThat(codes(soil.classify(metal, DAY))).containsExactly(SoilFinding.PH_NEEDED);
        assertThat(soil.classify(organic, DAY).getValue().soil()).isEqualTo(FarmlandClass.SAFE_USE);
    }

    @Test
    @Clause("GB 15618-2018")
    void before_the_first_day_of_the_standard_nothing_is_judged() {
        FarmlandSample sample = new FarmlandSample(
                FarmlandUse.PADDY, Optional.of(BigDecimal.valueOf(7)), Map.of("Cd", measured("0.1")));
        assertThat(soil.classify(sample, LocalDate.parse("2018-08-01")).findValue())
                .isPresent();
        assertThat(codes(soil.classify(sample, LocalDate.parse("2018-07-31"))))
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
    }

    @Test
    @Clause({"GB 15618-2018 表1", "GB 15618-2018 表2", "GB 15618-2018 表3"})
    void every_pH_lies_in_exactly_one_band_of_every_row() {
        List<FarmlandLimit> limits = RULES.getTable("soil-farmland-limits").rows().stream()
                .map(FarmlandLimit::of)
                .toList();
        for (int tenths = 0; tenths <= 140; tenths++) {
            BigDecimal pH = BigDecimal.valueOf(tenths, 1);
            for (FarmlandLimit limit : limits) {
                assertThat(limits.stream()
                                .filter(other -> other.item().equals(limit.item())
                                        && other.kind() == limit.kind()
                                        && other.land().equals(limit.land())
                                        && other.covers(pH)))
                        .as("%s at pH %s", limit.rule().id(), pH)
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_dirtier_sample_never_gets_a_better_class_and_the_order_of_items_does_not_matter() {
        long seed = 156182018L;
        List<FarmlandUse> uses = List.of(FarmlandUse.values());
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            FarmlandUse use = uses.get(random.nextInt(uses.size()));
            String pH = BigDecimal.valueOf(random.nextInt(40, 100), 1).toPlainString();
            Map<String, Reading> contents = new LinkedHashMap<>();
            for (String item : soil.listItems()) {
                if (random.nextBoolean() || contents.isEmpty()) {
                    contents.put(item, new Reading.Measured(BigDecimal.valueOf(random.nextInt(1, 200_000), 2)));
                }
            }
            FarmlandVerdict verdict = judge(use, pH, contents).getValue();

            List<Map.Entry<String, Reading>> shuffled = new ArrayList<>(contents.entrySet());
            Collections.shuffle(shuffled, random);
            Map<String, Reading> other = new LinkedHashMap<>();
            shuffled.forEach(entry -> other.put(entry.getKey(), entry.getValue()));
            assertThat(judge(use, pH, other).getValue()).as("seed %d", seed).isEqualTo(verdict);

            String dirtied = shuffled.getFirst().getKey();
            if (contents.get(dirtied) instanceof Reading.Measured(BigDecimal value)) {
                contents.put(dirtied, new Reading.Measured(value.multiply(new BigDecimal("1.3"))));
            }
            assertThat(judge(use, pH, contents).getValue().soil())
                    .as("%s more at pH %s, seed %d", dirtied, pH, seed)
                    .isGreaterThanOrEqualTo(verdict.soil());
        }
    }
}
