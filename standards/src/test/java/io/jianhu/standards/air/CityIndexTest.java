package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a city")
class CityIndexTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final CityIndex cities = CityIndex.of(rules);
    private final AirItem fine = new AirItem("PM2.5", Averaging.DAY);

    @Test
    @Clause("HJ 663-2013")
    void has_the_index_of_its_mean_concentration_not_the_mean_of_indices() {
        List<BigDecimal> stations = List.of(n("20"), n("150"));
        assertThat(cities.judge(OLD, Report.DAILY, Map.of(fine, stations))
                        .getValue()
                        .aqi())
                .as("mean 85 → 113; the mean of 29 and 200 would be 115, the worst station 200")
                .isEqualTo(113);
    }

    @Test
    void rounds_the_mean_once() {
        assertThat(cities.judge(NEW, Report.DAILY, Map.of(fine, List.of(n("60"), n("61"))))
                        .getValue()
                        .aqi())
                .as("60.5 is 60")
                .isEqualTo(100);
        assertThat(cities.judge(NEW, Report.DAILY, Map.of(fine, List.of(n("60.4"), n("60.5"), n("60.6"), n("60.6"))))
                        .getValue()
                        .aqi())
                .as("60.525 is 61: to 60.5 and then to 60 would be twice")
                .isEqualTo(101);
    }

    @Test
    void without_a_station_is_refused() {
        assertThat(codes(cities.judge(NEW, Report.DAILY, Map.of(fine, List.of()))))
                .containsExactly(CommonFinding.EMPTY_SET);
    }
}
