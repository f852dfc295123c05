package io.jianhu.standards.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.noise.FunctionAreas.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionAreasTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");
    private final FunctionAreas areas = new FunctionAreas(RuleBook.load());

    private static PointTime point(String zone, NoisePeriod period, String level) {
        return new PointTime(zone, period, new BigDecimal(level));
    }

    @Test
    @Clause("GB 3096-2008 表1")
    void attainment_counts_point_times_and_keeps_day_and_night_apart() {
        Attainment attainment = areas.attainment(
                        List.of(
                                point("2", NoisePeriod.DAY, "58.4"),
                                point("2", NoisePeriod.NIGHT, "50.6"),
                                point("4a", NoisePeriod.DAY, "70"),
                                point("4a", NoisePeriod.NIGHT, "58"),
                                point("4b", NoisePeriod.NIGHT, "58")),
                        DAY)
                .getValue();
        assertThat(attainment.day()).isEqualTo(new Attainment.Share(2, 2, Optional.of(new BigDecimal("100.0"))));
        assertThat(attainment.night()).isEqualTo(new Attainment.Share(1, 3, Optional.of(new BigDecimal("33.3"))));
        assertThat(attainment.all()).isEqualTo(new Attainment.Share(3, 5, Optional.of(new BigDecimal("60.0"))));
    }

    @Test
    void without_nights_there_is_no_rate_of_nights() {
        assertThat(areas.attainment(List.of(point("1", NoisePeriod.DAY, "55")), DAY)
                        .getValue()
                        .night())
                .isEqualTo(new Attainment.Share(0, 0, Optional.empty()));
        assertThat(areas.attainment(List.of(), DAY).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.EMPTY_SET);
        assertThat(areas.attainment(List.of(point("9", NoisePeriod.DAY, "55")), DAY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly(NoiseFinding.UNKNOWN_ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "REGION,DAY,50.0,1",
        "REGION,DAY,50.1,2",
        "REGION,NIGHT,55,4",
        "REGION,NIGHT,55.1,5",
        "TRAFFIC,DAY,68,1",
        "TRAFFIC,DAY,72.1,4",
        "TRAFFIC,NIGHT,62.04,3"
    })
    @Clause({"HJ 640-2012 4.5", "HJ 640-2012 5.5"})
    void HJ_640_grades_the_mean_level_of_a_city(Subject subject, NoisePeriod period, String level, String grade) {
        assertThat(areas.grade(subject, period, new BigDecimal(level))
                        .getValue()
                        .text("level"))
                .isEqualTo(grade);
    }
}
