package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB 3097: sea water")
class SeaWaterTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final SeaWater sea = new SeaWater(RuleBook.load());

    private Judgement<SampleGrade<SeaClass>> judge(String... pairs) {
        return sea.judge(sample(pairs), Season.SUMMER, DAY);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "inorganic_N, 0.20, FIRST",
        "inorganic_N, 0.21, SECOND",
        "inorganic_N, 0.51, WORSE_THAN_FOURTH",
        "PO4P, 0.030, SECOND",
        "PO4P, 0.031, FOURTH",
        "PO4P, 0.046, WORSE_THAN_FOURTH",
        "DO, 6.01, FIRST",
        "DO, 6, SECOND",
        "DO, 3, WORSE_THAN_FOURTH",
        "pH, 7.8, FIRST",
        "pH, 8.6, THIRD",
        "pH, 8.81, WORSE_THAN_FOURTH",
        "total_coliform, 10001, FOURTH",
        "oil, 0.05, FIRST",
        "oil, 0.06, THIRD"
    })
    @Clause("GB 3097-1997 表1")
    void has_the_class_of_its_limits(String factor, String value, SeaClass expected) {
        assertThat(judge(factor, value).getValue().grade()).isEqualTo(expected);
    }

    @Test
    @Clause("GB 3097-1997 表1")
    void is_as_bad_as_its_worst_item() {
        SampleGrade<SeaClass> grade = judge("inorganic_N", "0.34", "PO4P", "0.021", "DO", "6.8", "pH", "8.1")
                .getValue();
        assertThat(grade.grade()).isEqualTo(SeaClass.THIRD);
        assertThat(grade.deciding()).extracting(ItemGrade::factor).containsExactly("inorganic_N");
    }

    @Test
    void limits_warming_by_season_from_a_row_that_nobody_has_verified() {
        Judgement<SampleGrade<SeaClass>> summer = judge("temp_rise", "1.5");
        assertThat(summer.getValue().grade()).isEqualTo(SeaClass.THIRD);
        assertThat(summer.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(sea.judge(sample("temp_rise", "1.5"), Season.OTHER, DAY)
                        .getValue()
                        .grade())
                .isEqualTo(SeaClass.FIRST);
        assertThat(judge("inorganic_N", "0.2").mayAlarm(Trust.verifiedOnly())).isTrue();
    }

    @Test
    @Clause("GB 3097-1997 优良")
    void shares_its_area_of_classes_one_and_two() {
        assertThat(sea.judgeGoodShare(
                                Map.of(
                                        SeaClass.FIRST, new BigDecimal("120"),
                                        SeaClass.SECOND, new BigDecimal("80"),
                                        SeaClass.WORSE_THAN_FOURTH, new BigDecimal("100")),
                                DAY)
                        .getValue())
                .isEqualByComparingTo("66.7");
        assertThat(sea.judgeGoodShare(Map.of(), DAY).findValue()).isEmpty();
        assertThat(sea.judgeGoodShare(Map.of(SeaClass.FIRST, new BigDecimal("-1")), DAY)
                        .findValue())
                .isEmpty();
    }

    @Test
    void refuses_nothing_unknown_items_and_days_before_the_edition() {
        assertThat(judge().findValue()).isEmpty();
        assertThat(judge("NH3N", "1").findValue()).isEmpty();
        assertThat(sea.judge(sample("pH", "8"), Season.SUMMER, LocalDate.parse("1998-06-30"))
                        .findValue())
                .isEmpty();
    }
}
