package io.jianhu.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ug/m3 | µg/m³",
                "μg/m³ | µg/m³",
                "mg/Nm3 | mg/m³",
                "ug/L | µg/L",
                "℃ | °C",
                "C | °C",
                "dBA | dB(A)",
                "- | ''",
                "per L | 个/L",
                "MPN/L | 个/L",
                "m3/t standard product | m³/t",
                "铂钴色度单位 | 度",
                "uS/cm | µS/cm"
            })
    void a_unit_has_one_symbol_and_many_spellings(String spelling, String symbol) {
        assertThat(Unit.ofSymbol(spelling).symbol()).isEqualTo(symbol);
    }

    @Test
    void an_unknown_spelling_is_no_unit() {
        assertThat(Unit.findUnit("mg")).contains(Unit.MILLIGRAM);
        assertThat(Unit.findUnit("Mg/m3")).isEmpty();
        assertThatThrownBy(() -> Unit.ofSymbol("ppt")).hasMessageContaining("ppt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35 | µg/m³ | mg/m³ | 0.035", "0.0025 | µg/m³ | ng/m³ | 2.5", "1 | mg/L | µg/L | 1000",
                        "25 | °C | K | 298.15",
                "273.15 | K | °C | 0", "1 | g/s | kg/h | 3.6", "1 | m³/s | m³/h | 3600",
                        "1013.25 | hPa | kPa | 101.325",
                "3 | MPN/100mL | 个/L | 30", "0.05 | %(V/V) | ppm | 500", "5306 | 万t | t | 53060000"
            })
    void inside_a_dimension_a_factor_is_exact(String value, String from, String to, String converted) {
        assertThat(Quantity.of(value, Unit.ofSymbol(from)).in(Unit.ofSymbol(to)).value())
                .isEqualTo(new BigDecimal(converted));
    }

    @Test
    void no_factor_leads_from_one_dimension_to_another() {
        assertThatThrownBy(() -> Quantity.of("1", Unit.MILLIGRAM_PER_LITRE).in(Unit.MILLIGRAM_PER_CUBIC_METRE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_decimal_comes_back_as_it_was() {
        long seed = System.nanoTime();
        System.out.println("UnitTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Unit from = Unit.values()[random.nextInt(Unit.values().length)];
            BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(6));
            for (Unit to : Unit.listUnits(from.dimension())) {
                BigDecimal back = new Quantity(value, from).in(to).in(from).value();
                assertThat(back.subtract(value).abs())
                        .as(value + " " + from + " by way of " + to)
                        .isLessThan(new BigDecimal("1e-28"));
            }
        }
    }
}
