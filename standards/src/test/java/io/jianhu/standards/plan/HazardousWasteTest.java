package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.plan.HazardousWaste.Holder;
import io.jianhu.standards.plan.HazardousWaste.ManifestNumber;
import io.jianhu.standards.plan.HazardousWaste.StorageAge;
import io.jianhu.standards.plan.HazardousWaste.StorageState;
import io.jianhu.standards.plan.HazardousWaste.UnitClass;
import io.jianhu.standards.plan.HazardousWaste.UnitTrait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HazardousWasteTest {

    private final HazardousWaste waste = new HazardousWaste(RuleBook.load());

    private Judgement<StorageAge> age(String first, String today, Holder holder) {
        return waste.storageAge(LocalDate.parse(first), LocalDate.parse(today), holder, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01,2025-03-01,LICENSED,WITHIN,365", "2024-03-01,2025-03-02,LICENSED,OVERDUE,366",
        "2024-03-01,2025-03-02,PRODUCER,REMINDER,366", "2024-02-29,2025-02-28,LICENSED,WITHIN,365",
        "2025-05-01,2025-05-01,LICENSED,WITHIN,0"
    })
    @Clause("固体废物污染环境防治法(2020) 第八十一条第三款")
    void the_year_binds_licensed_operators_and_reminds_producers(
            String first, String today, Holder holder, StorageState state, long days) {
        StorageAge age = age(first, today, holder).getValue();
        assertThat(age.state()).isEqualTo(state);
        assertThat(age.days()).isEqualTo(days);
    }

    @Test
    void an_approved_extension_moves_the_last_day() {
        StorageAge age = waste.storageAge(
                        LocalDate.parse("2024-03-01"),
                        LocalDate.parse("2025-06-30"),
                        Holder.LICENSED,
                        Optional.of(LocalDate.parse("2025-06-30")))
                .getValue();
        assertThat(age.state()).isEqualTo(StorageState.WITHIN);
        assertThat(age.lastDay()).isEqualTo("2025-06-30");
    }

    @Test
    @Clause({"固体废物污染环境防治法(2020) 第八十一条第三款", "生态环境法典 未核实"})
    void under_the_code_of_2026_the_limit_is_marked_unverified() {
        assertThat(age("2026-01-01", "2026-08-14", Holder.LICENSED).unverified())
                .isEmpty();
        assertThat(age("2026-01-01", "2026-08-15", Holder.LICENSED).unverified())
                .hasSize(1);
    }

    @Test
    void a_batch_of_tomorrow_and_a_day_before_the_law_are_refused() {
        assertThat(age("2025-05-02", "2025-05-01", Holder.LICENSED).findings())
                .extracting(Finding::code)
                .containsExactly(PlanFinding.DATES_IN_REVERSE);
        assertThat(age("2019-05-02", "2020-05-01", Holder.LICENSED).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
    }

    @Test
    @Clause("部令第23号(2021) 第十五条")
    void a_manifest_number_tells_year_place_and_serial() {
        assertThat(waste.manifest("20263306000123").getValue()).isEqualTo(new ManifestNumber(2026, "33", "06", 123));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026330600123",
                "202633060001234",
                "2026330600012A",
                "20213306000123",
                "20263306000000",
                "20260006000123",
                ""
            })
    @Clause("部令第23号(2021) 第十五条")
    void what_is_no_manifest_number_is_refused(String number) {
        assertThat(waste.manifest(number).findValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"99.9,SIMPLIFIED", "100,KEY", "10,SIMPLIFIED", "9.99,REGISTRATION", "0,REGISTRATION"})
    @Clause("HJ 1259-2022 4.2.1")
    void the_largest_of_three_years_makes_the_class_of_a_unit(String largest, UnitClass unit) {
        List<BigDecimal> amounts =
                Stream.of("0", largest, "0").map(BigDecimal::new).toList();
        assertThat(waste.unitClass(amounts, List.of()).getValue()).isEqualTo(unit);
    }

    @Test
    @Clause("HJ 1259-2022 4.2.1")
    void an_own_facility_or_a_licence_makes_a_key_unit() {
        assertThat(waste.unitClass(List.of(BigDecimal.ONE), List.of(UnitTrait.OWN_FACILITY))
                        .getValue())
                .isEqualTo(UnitClass.KEY);
        assertThat(waste.unitClass(List.of(), List.of(UnitTrait.LICENSED)).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.EMPTY_SET);
    }
}
