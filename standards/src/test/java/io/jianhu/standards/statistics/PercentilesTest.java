package io.jianhu.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Clause("HJ 663-2013 附录A")
class PercentilesTest {

    private final Percentiles percentiles = Percentiles.of(RuleBook.load());

    @ParameterizedTest
    @CsvSource({
        "365, 98, 357.72",
        "365, 95, 346.8",
        "365, 90, 328.6",
        "366, 90, 329.5",
        "30, 95, 28.55",
        "1, 98, 1",
        "2, 0, 1",
        "2, 100, 2"
    })
    void interpolates_between_the_two_neighbours(int n, BigDecimal p, BigDecimal expected) {
        assertThat(percentiles.judge(oneTo(n), p).getValue()).isEqualByComparingTo(expected);
    }

    /** The nearest-rank percentile, which public code often takes instead, would give 358 and 29. */
    @Test
    @Clause("HJ 663-2013 附录A")
    void is_not_the_nearest_rank() {
        assertThat(percentiles.judge(oneTo(365), BigDecimal.valueOf(98)).getValue())
                .isNotEqualByComparingTo("358");
        assertThat(percentiles.judge(oneTo(30), BigDecimal.valueOf(95)).getValue())
                .isNotEqualByComparingTo("29");
    }

    @Test
    void does_not_depend_on_the_order_of_the_values_and_is_monotonic_in_p() {
        long seed = new Random().nextLong();
        System.out.println("PercentilesTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Fraction> values = new ArrayList<>();
            int n = random.nextInt(1, 40);
            for (int i = 0; i < n; i++) {
                values.add(Fraction.of(random.nextInt(2_000), random.nextInt(1, 24)));
            }
            Fraction before = Percentiles.of(values, BigDecimal.ZERO);
            for (int p = 0; p <= 100; p += 5) {
                Fraction value = Percentiles.of(values, BigDecimal.valueOf(p));
                assertThat(value).isGreaterThanOrEqualTo(before);
                assertThat(value.toDecimal().setScale(9, RoundingMode.HALF_EVEN))
                        .isEqualByComparingTo(naive(values, p).setScale(9, RoundingMode.HALF_EVEN));
                before = value;
            }
            List<Fraction> shuffled = new ArrayList<>(values);
            Collections.shuffle(shuffled, random);
            assertThat(Percentiles.of(shuffled, new BigDecimal("97.5")))
                    .isEqualTo(Percentiles.of(values, new BigDecimal("97.5")));
        }
    }

    @Test
    void nothing_and_impossible_values_are_refused() {
        assertThat(codes(percentiles.judge(List.of(), BigDecimal.valueOf(90))))
                .isEqualTo(List.of(CommonFinding.EMPTY_SET));
        assertThat(codes(percentiles.judge(List.of(BigDecimal.ONE.negate()), BigDecimal.valueOf(90))))
                .isEqualTo(List.of(CommonFinding.NEGATIVE));
        assertThat(codes(percentiles.judge(oneTo(3), BigDecimal.valueOf(101))))
                .isEqualTo(List.of(CommonFinding.OUT_OF_RANGE));
    }

    private static BigDecimal naive(List<Fraction> values, int p) {
        List<BigDecimal> sorted =
                values.stream().map(Fraction::toDecimal).sorted().toList();
        BigDecimal k = BigDecimal.ONE.add(BigDecimal.valueOf(sorted.size() - 1L)
                .multiply(BigDecimal.valueOf(p))
                .movePointLeft(2));
        int s = k.intValue();
        BigDecimal below = sorted.get(s - 1);
        BigDecimal above = s < sorted.size() ? sorted.get(s) : below;
        return below.add(above.subtract(below).multiply(k.subtract(BigDecimal.valueOf(s))));
    }

    private static List<Object> codes(Judgement<?> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream()
                .<Object>map(finding -> finding.code())
                .toList();
    }

    private static List<BigDecimal> oneTo(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(BigDecimal::valueOf).toList();
    }
}
