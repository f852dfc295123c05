package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EcoQualityTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final LocalDate DAY = LocalDate.parse("2024-12-31");
    private final EcoQuality quality = new EcoQuality(RULES);

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }

    @ParameterizedTest
    @CsvSource({
        "EQI,70,一类",
        "EQI,69.99,二类",
        "EQI,69.996,一类",
        "EQI,59.77,二类",
        "EQI,63.75,二类",
        "EQI,55,二类",
        "EQI,54.76,三类",
        "EQI,39.99,四类",
        "EQI,32.73,四类",
        "EQI,29.9,五类",
        "EQI,0,五类",
        "EI,75,优",
        "EI,74.9,良",
        "EI,55,良",
        "EI,34.9,较差",
        "EI,20,较差",
        "EI,19.99,差"
    })
    @Clause({"区域生态质量评价办法(试行) 分类", "HJ 192-2015 分级"})
    void a_value_on_a_bound_belongs_to_the_better_class(EcoIndex index, BigDecimal value, String grade) {
        assertThat(quality.classify(index, value, DAY).getValue().zh()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "EQI,60,60.99,基本稳定",
        "EQI,60,61,轻微变好",
        "EQI,61.5,62.7,轻微变好",
        "EQI,62,60,一般变差",
        "EQI,60,64,明显变好",
        "EQI,60,56,明显变差",
        "EQI,60,60,基本稳定",
        "EI,60,60.9,无明显变化",
        "EI,60,61,略微变好",
        "EI,60,57,明显变差",
        "EI,60,68,显著变好"
    })
    @Clause({"区域生态质量评价办法(试行) 变化分级", "HJ 192-2015 变化分级"})
    void the_size_of_the_change_chooses_the_band_and_its_sign_the_word(
            EcoIndex index, BigDecimal before, BigDecimal after, String grade) {
        assertThat(quality.change(index, before, after, DAY).getValue().grade().zh())
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @EnumSource
    @Clause({"区域生态质量评价办法(试行) 权重", "HJ 192-2015 权重"})
    void the_weights_add_up_to_one_and_are_marked_unverified(EcoIndex index) {
        assertThat(RULES.getTable("eco-weights").rows().stream()
                        .filter(rule -> rule.text("index").equals(index.name()))
                        .map(rule -> rule.getNumber("weight"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1");
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        quality.listParts(index).forEach(part -> parts.put(part, n("50")));
        assertThat(quality.compose(index, parts, DAY).getValue()).isEqualByComparingTo("50");
        assertThat(quality.compose(index, parts, DAY).unverified()).isNotEmpty();
    }

    @Test
    @Clause("区域生态质量评价办法(试行) 权重")
    void stress_counts_against_the_index() {
        Map<String, BigDecimal> parts = new LinkedHashMap<>(
                Map.of("pattern", n("60"), "function", n("70"), "biodiversity", n("50"), "stress", n("20")));
        assertThat(quality.compose(EcoIndex.EQI, parts, DAY).getValue()).isEqualByComparingTo("63.6");
        parts.put("stress", n("30"));
        assertThat(quality.compose(EcoIndex.EQI, parts, DAY).getValue()).isEqualByComparingTo("62.6");
    }

    @Test
    void impossible_values_and_years_before_the_index_are_refused() {
        assertThat(quality.classify(EcoIndex.EQI, n("100.1"), DAY).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(quality.classify(EcoIndex.EQI, n("60"), LocalDate.parse("2020-12-31"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
        assertThat(quality.compose(EcoIndex.EQI, Map.of("pattern", n("60")), DAY)
                        .findings())
                .extracting(Finding::place)
                .containsExactly("function", "biodiversity", "stress");
        assertThat(quality.classify(EcoIndex.EQI, n("60"), DAY).citations())
                .extracting(Rule::id)
                .containsExactly("EQI/class/2");
    }
}
