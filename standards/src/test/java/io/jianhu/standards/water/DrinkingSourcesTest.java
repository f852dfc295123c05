package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.reading;
import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GB 3838 tables 1 to 3: a drinking-water source")
@Clause("饮用水水源评价 达标")
class DrinkingSourcesTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final DrinkingSources sources = new DrinkingSources(RuleBook.load());

    private Judgement<SourceMonth> month(Map<String, Reading> sample, String... items) {
        return sources.judgeMonth(sample, WaterBody.LAKE, Set.of(items), DAY);
    }

    private static Map<String, Reading> cleanWithMuchNitrogen() {
        return sample(
                "pH",
                "7.4",
                "DO",
                "7.8",
                "CODMn",
                "1.9",
                "BOD5",
                "1.2",
                "NH3N",
                "0.05",
                "TP",
                "0.016",
                "TN",
                "2.4",
                "Cu",
                "0.001",
                "Zn",
                "0.05L",
                "F",
                "0.2",
                "Se",
                "0.0004L",
                "As",
                "0.0006",
                "Hg",
                "0.00004L",
                "Cd",
                "0.0001L",
                "Cr6",
                "0.004L",
                "Pb",
                "0.001L",
                "CN",
                "0.002L",
                "phenol",
                "0.0003L",
                "oil",
                "0.01L",
                "LAS",
                "0.05L",
                "S2",
                "0.005L",
                "fecal_coliform",
                "20000",
                "water_temp",
                "28.4",
                "SO4",
                "12",
                "Cl",
                "6",
                "NO3N",
                "1.8",
                "Fe",
                "0.05",
                "Mn",
                "0.02");
    }

    @Test
    void eight_sources_that_exceed_in_total_nitrogen_only_attain_to_one_hundred_percent() {
        List<SourceSupply> supplies = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Judgement<SourceMonth> month = sources.judgeMonth(
                    cleanWithMuchNitrogen(), WaterBody.LAKE, sources.listBasicItems(WaterBody.LAKE, DAY), DAY);
            assertThat(month.findings()).isEmpty();
            assertThat(month.getValue().reference())
                    .extracting(ItemGrade::factor)
                    .containsExactly("TN", "fecal_coliform");
            supplies.add(new SourceSupply("source " + i, month.getValue().attains(), BigDecimal.valueOf(100L * i)));
        }
        SourceRates rates = sources.judgeRates(supplies, DAY).getValue();
        assertThat(rates.bySources()).isEqualByComparingTo("100.0");
        assertThat(rates.byVolume()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("100.0"));
    }

    @Test
    @Clause({"GB 3838-2002 表1", "GB 3838-2002 表2"})
    void is_judged_by_twenty_items_of_table_1_and_five_of_table_2() {
        assertThat(sources.listBasicItems(WaterBody.LAKE, DAY))
                .hasSize(25)
                .contains("NO3N", "S2")
                .doesNotContain("COD", "TN", "fecal_coliform", "water_temp");
        assertThat(sources.listItems()).hasSize(24 + 5 + 80);
    }

    @Test
    void does_not_count_COD() {
        Map<String, Reading> sample = cleanWithMuchNitrogen();
        sample.put("COD", reading("90"));
        assertThat(month(sample).getValue().attains()).isTrue();
    }

    @Test
    void fails_by_class_III_of_table_1_with_the_limits_of_its_water_body() {
        Map<String, Reading> sample = cleanWithMuchNitrogen();
        sample.put("TP", reading("0.06"));
        SourceMonth lake = month(sample).getValue();
        assertThat(lake.attains()).isFalse();
        assertThat(lake.exceeding()).singleElement().satisfies(item -> {
            assertThat(item.factor()).isEqualTo("TP");
            assertThat(item.multiple()).hasValueSatisfying(x -> assertThat(x).isEqualByComparingTo("0.2"));
        });
        assertThat(sources.judgeMonth(sample, WaterBody.RIVER, Set.of(), DAY)
                        .getValue()
                        .attains())
                .isTrue();
    }

    @Test
    @Clause({"GB 3838-2002 表2", "GB 3838-2002 表3"})
    void fails_by_the_single_limits_of_tables_2_and_3_and_complies_on_them() {
        assertThat(month(sample("Mn", "0.10", "NO3N", "10", "chloroform", "0.06", "BaP", "0.0000028"))
                        .getValue()
                        .attains())
                .isTrue();
        SourceMonth month =
                month(sample("Mn", "0.13", "NO3N", "10.4", "BaP", "0.0000029")).getValue();
        assertThat(month.exceeding()).extracting(MainItem::factor).containsExactly("NO3N", "Mn", "BaP");
    }

    @Test
    void leaves_an_item_open_whose_detection_limit_is_above_its_limit() {
        Judgement<SourceMonth> month = month(sample("Mn", "0.02", "BaP", "0.00001L"));
        assertThat(month.getValue().attains()).isTrue();
        assertThat(month.getValue().judged()).isEqualTo(1);
        assertThat(month.findings()).extracting(Finding::code).containsExactly(WaterFinding.DETECTION_LIMIT_TOO_HIGH);
    }

    @Test
    void names_the_items_of_the_plan_that_were_not_measured() {
        Judgement<SourceMonth> month = month(sample("Mn", "0.02"), "Mn", "Sb", "Tl");
        assertThat(month.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(WaterFinding.ITEMS_MISSING);
            assertThat(finding.place()).isEqualTo("Sb,Tl");
        });
        assertThat(month.completeness().orElseThrow().isEnough()).isFalse();
    }

    @Test
    void refuses_nothing_reference_items_alone_and_nonsense() {
        assertThat(month(sample()).findValue()).isEmpty();
        assertThat(month(sample("TN", "1")).findValue()).isEmpty();
        assertThat(month(sample("Mn", "-1")).findValue()).isEmpty();
        assertThat(month(new LinkedHashMap<>(Map.of("chla", reading("3")))).findValue())
                .isEmpty();
        assertThat(sources.judgeRates(List.of(), DAY).findValue()).isEmpty();
        assertThat(sources.judgeRates(List.of(new SourceSupply("a", true, new BigDecimal("-1"))), DAY)
                        .findValue())
                .isEmpty();
    }

    @Test
    void has_two_rates_that_differ_when_sources_differ_in_size() {
        SourceRates rates = sources.judgeRates(
                        List.of(
                                new SourceSupply("large", true, new BigDecimal("900")),
                                new SourceSupply("small", false, new BigDecimal("100")),
                                new SourceSupply("idle", true, BigDecimal.ZERO)),
                        DAY)
                .getValue();
        assertThat(rates.bySources()).isEqualByComparingTo("66.7");
        assertThat(rates.byVolume()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("90.0"));
        assertThat(sources.judgeRates(List.of(new SourceSupply("idle", true, BigDecimal.ZERO)), DAY)
                        .getValue()
                        .byVolume())
                .isEmpty();
    }
}
