package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("环办[2011]22号: a river or basin")
class BasinTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final Basin basin = new Basin(RuleBook.load());

    private Judgement<BasinStatus> shares(int good, int fourth, int worst) {
        Map<WaterClass, Integer> sections = new EnumMap<>(WaterClass.class);
        sections.put(WaterClass.III, good);
        sections.put(WaterClass.IV, fourth);
        sections.put(WaterClass.WORSE_THAN_V, worst);
        return basin.judgeShares(sections, DAY);
    }

    @ParameterizedTest(name = "{0} to III, {1} IV, {2} worse than V: {3}")
    @CsvSource({
        "90, 10, 0, EXCELLENT",
        "90, 0, 10, EXCELLENT",
        "89, 11, 0, GOOD",
        "75, 0, 25, GOOD",
        "74, 26, 0, LIGHT",
        "74, 7, 19, LIGHT",
        "60, 20, 20, MODERATE",
        "50, 11, 39, MODERATE",
        "60, 0, 40, HEAVY",
        "59, 1, 40, HEAVY",
        "0, 0, 5, HEAVY"
    })
    @Clause("环办[2011]22号 二(一)2 表2")
    void has_the_status_of_its_shares(int good, int fourth, int worst, WaterStatus expected) {
        assertThat(shares(good, fourth, worst).getValue().status()).isEqualTo(expected);
    }

    @Test
    void has_a_status_for_every_mix_of_classes() {
        for (int good = 0; good <= 40; good++) {
            for (int worst = 0; worst <= 40 - good; worst++) {
                assertThat(shares(good, 40 - good - worst, worst).findValue())
                        .as("%d good, %d worst of 40", good, worst)
                        .isPresent();
            }
        }
    }

    @Test
    @Clause("环办[2011]22号 二(一)2")
    void five_sections_are_enough_for_shares_and_four_are_not() {
        assertThat(shares(5, 0, 0).findValue()).isPresent();
        assertThat(shares(4, 0, 0).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(WaterFinding.TOO_FEW_SECTIONS));
        assertThat(shares(0, 0, 0).findValue()).isEmpty();
        assertThat(shares(-1, 6, 0).findValue()).isEmpty();
    }

    @Test
    void publishes_shares_with_one_decimal() {
        assertThat(basin.judgeShare(127, 128, DAY).getValue()).isEqualByComparingTo("99.2");
        assertThat(basin.judgeShare(128, 128, DAY).getValue()).isEqualByComparingTo("100.0");
        assertThat(basin.judgeShare(129, 128, DAY).findValue()).isEmpty();
        assertThat(basin.judgeShare(0, 0, DAY).findValue()).isEmpty();
    }

    @Test
    @Clause("环办[2011]22号 二(一)2")
    void with_fewer_than_five_sections_averages_concentrations_and_not_classes() {
        Judgement<SectionClass> judged = basin.judgeMeans(
                List.of(
                        sample("NH3N", "0.4", "TP", "0.1"),
                        sample("NH3N", "0.4", "TP", "0.1"),
                        sample("NH3N", "1.9", "TP", "0.1")),
                WaterBody.RIVER,
                DAY);
        assertThat(judged.getValue().waterClass())
                .as("0.90 mg/L is class III, though one section is class V")
                .isEqualTo(WaterClass.III);
        assertThat(basin.judgeMeans(
                                List.of(
                                        sample("TP", "1"),
                                        sample("TP", "1"),
                                        sample("TP", "1"),
                                        sample("TP", "1"),
                                        sample("TP", "1")),
                                WaterBody.RIVER,
                                DAY)
                        .findValue())
                .isEmpty();
        assertThat(basin.judgeMeans(List.of(), WaterBody.RIVER, DAY).findValue())
                .isEmpty();
    }

    @Test
    @Clause("环办[2011]22号 二(一)2")
    void names_the_items_above_class_III_in_most_sections() {
        SurfaceWater water = new SurfaceWater(RuleBook.load());
        List<SectionClass> sections = Stream.of(
                        sample("NH3N", "2.5", "TP", "0.25", "DO", "4", "COD", "21"),
                        sample("NH3N", "0.3", "TP", "0.22", "DO", "4", "COD", "19"),
                        sample("NH3N", "0.4", "TP", "0.21", "DO", "8", "COD", "19"),
                        sample("NH3N", "0.2", "TP", "0.1", "DO", "8"),
                        sample("NH3N", "0.2", "TP", "0.1", "DO", "8"))
                .map(one -> water.judgeSection(one, WaterBody.RIVER, DAY).getValue())
                .toList();
        assertThat(basin.judgeMainItems(sections, DAY).getValue())
                .extracting(ExceedanceRate::factor, rate -> rate.rate().toPlainString())
                .containsExactly(Tuple.tuple("TP", "60.0"), Tuple.tuple("DO", "40.0"), Tuple.tuple("COD", "33.3"));
        assertThat(basin.judgeMainItems(sections, DAY).unverified()).isNotEmpty();
        assertThat(basin.judgeMainItems(sections.subList(0, 4), DAY).findValue())
                .isEmpty();
    }
}
