package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

    private final RuleBook rules = RuleBook.load();
    private final Factors factors = rules.factors();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PM2.5 | PM2.5",
                "a34004 | PM2.5",
                "PM₂.₅ | PM2.5",
                "细颗粒物 | PM2.5",
                "PM25 | PM2.5",
                "NH3-N | NH3N",
                "060 | NH3N",
                "w21003 | NH3N",
                "氨氮 | NH3N",
                "NH₃-N | NH3N",
                "COD | COD",
                "011 | COD",
                "CODCr | COD",
                "CODMn | CODMn",
                "耗氧量 | CODMn",
                "w01009 | DO",
                "w21011 | TP",
                "101 | TP",
                "a21026 | SO2",
                "02 | SO2",
                "烟尘 | PM",
                "汞及其化合物 | Hg",
                "71-43-2 | benzene",
                "苯并(a)芘 | BaP",
                "Cr6+ | Cr6",
                "氯仿 | chloroform"
            })
    void one_factor_has_many_names(String name, String key) {
        assertThat(factors.findFactor(name)).map(Factor::key).contains(key);
    }

    @Test
    void carbon_monoxide_is_not_cobalt() {
        assertThat(factors.getFactor("CO").name().zh()).isEqualTo("一氧化碳");
        assertThat(factors.getFactor("Co").name().zh()).isEqualTo("钴");
        assertThat(factors.findFactor("co")).isEmpty();
    }

    @Test
    void an_unknown_name_is_a_finding_that_proposes_near_ones() {
        Working working = new Working();
        assertThat(factors.findFactor("nh4n", working)).isEmpty();
        Finding finding = working.<Factor>notJudged().findings().getFirst();
        assertThat(finding.code()).isEqualTo(CommonFinding.UNKNOWN_FACTOR);
        assertThat(finding.actual()).isEqualTo("nh4n");
        assertThat(finding.expected()).contains("NH3N");
        assertThat(factors.propose("co")).startsWith("CO", "Co");
        assertThat(factors.propose("unobtainium")).isEmpty();
        assertThatThrownBy(() -> factors.getFactor("PM3")).hasMessageContaining("PM1");
    }

    @ParameterizedTest
    @CsvSource({"SO2, 64.06", "NO2, 46.01", "NO, 30.01", "CO, 28.01", "O3, 48.00", "NH3, 17.03", "benzene, 78.11"})
    void molar_masses_are_those_of_the_handbooks(String key, BigDecimal mass) {
        assertThat(factors.getFactor(key).molarMass().orElseThrow()).isCloseTo(mass, within("0.005"));
    }

    /** HJ 75: nitrogen oxides are expressed as nitrogen dioxide, not by a mean of NO and NO2. */
    @Test
    void nitrogen_oxides_weigh_as_nitrogen_dioxide() {
        assertThat(factors.getFactor("NOx").molarMass())
                .isEqualTo(factors.getFactor("NO2").molarMass());
    }

    @Test
    void what_is_no_single_substance_has_no_molar_mass() {
        assertThat(List.of("PM2.5", "COD", "TVOC", "dioxins", "pH"))
                .allSatisfy(
                        key -> assertThat(factors.getFactor(key).molarMass()).isEmpty());
    }

    /** Two public code bases swap these codes of HJ 212. */
    @Test
    void the_codes_that_others_swap_are_right() {
        assertThat(List.of("w01003", "w01009", "w01010", "w01014", "w21011").stream()
                        .map(factors::getFactor)
                        .map(Factor::key))
                .containsExactly("turbidity", "DO", "water_temp", "conductivity", "TP");
    }

    @Test
    void a_factor_has_the_unit_of_its_medium() {
        assertThat(factors.getFactor("Hg").findUnit(Medium.WATER)).contains(Unit.MILLIGRAM_PER_LITRE);
        assertThat(factors.getFactor("Hg").findUnit(Medium.SOIL)).contains(Unit.MILLIGRAM_PER_KILOGRAM);
        assertThat(factors.getFactor("CO").findUnit(Medium.AIR)).contains(Unit.MILLIGRAM_PER_CUBIC_METRE);
        assertThat(factors.getFactor("CO").findUnit(Medium.WATER)).isEmpty();
        assertThat(factors.listFactors(Medium.SOUND)).extracting(Factor::key).contains("Leq", "Ld", "Ln");
    }

    @Test
    void every_cas_number_has_its_check_digit() {
        assertThat(factors.listFactors().stream()
                        .flatMap(factor -> factor.cas().stream())
                        .filter(cas -> !hasCheckDigit(cas)))
                .isEmpty();
    }

    @Test
    void every_factor_of_every_rule_is_in_the_catalogue() {
        assertThat(rules.listTables().stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(rule -> Stream.of("factor", "item")
                                .flatMap(column ->
                                        Optional.ofNullable(rule.cells().get(column)).stream()))
                        .filter(name ->
                                !name.isEmpty() && factors.findFactor(name).isEmpty())
                        .distinct())
                .isEmpty();
    }

    @Test
    void every_limit_of_a_factor_has_a_unit_that_is_known() {
        assertThat(rules.listTables().stream()
                        .filter(table -> table.columns().containsAll(List.of("factor", "unit")))
                        .flatMap(table -> table.rows().stream())
                        .map(rule -> rule.text("unit"))
                        .filter(unit -> Unit.findUnit(unit).isEmpty())
                        .distinct())
                .isEmpty();
    }

    private static boolean hasCheckDigit(String cas) {
        String digits = cas.replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += (digits.length() - 1 - i) * (digits.charAt(i) - '0');
        }
        return sum % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String offset) {
        return org.assertj.core.api.Assertions.within(new BigDecimal(offset));
    }
}
