package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.plan.Incidents.Instrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-03-01");
    private final Incidents incidents = new Incidents(RuleBook.load());

    private IncidentGrade grade(Map<String, BigDecimal> numbers) {
        return incidents.grade(Instrument.RESPONSE, numbers, Map.of(), DAY).getValue();
    }

    @ParameterizedTest
    @CsvSource({
        "deaths,30,I",
        "deaths,29,II",
        "deaths,10,II",
        "deaths,9,III",
        "deaths,3,III",
        "deaths,2,IV",
        "deaths,0,IV",
        "injured,100,I",
        "injured,99,II",
        "injured,50,II",
        "injured,49,III",
        "injured,10,III",
        "injured,9,IV",
        "evacuated,50000,I",
        "evacuated,49999,II",
        "evacuated,9999,III",
        "evacuated,4999,IV",
        "loss,10000,I",
        "loss,9999.99,II",
        "loss,2000,II",
        "loss,1999.99,III",
        "loss,500,III",
        "loss,499.99,IV"
    })
    @Clause("国办函[2014]119号 分级标准")
    void a_number_counts_from_itself_on(String criterion, BigDecimal value, IncidentGrade grade) {
        assertThat(grade(Map.of(criterion, value))).isEqualTo(grade);
    }

    @Test
    @Clause("国办函[2014]119号 分级标准")
    void the_worst_criterion_decides() {
        assertThat(grade(Map.of("deaths", BigDecimal.ONE, "evacuated", BigDecimal.valueOf(12000))))
                .isEqualTo(IncidentGrade.II);
        assertThat(incidents
                        .grade(
                                Instrument.RESPONSE,
                                Map.of("deaths", BigDecimal.ONE),
                                Map.of("water_source", "city"),
                                DAY)
                        .getValue())
                .isEqualTo(IncidentGrade.I);
        assertThat(incidents
                        .grade(Instrument.RESPONSE, Map.of(), Map.of("cross_border", "county"), DAY)
                        .getValue())
                .isEqualTo(IncidentGrade.IV);
    }

    @Test
    @Clause({"国家突发环境事件应急预案(2006) 分级标准", "国办函[2014]119号 分级标准"})
    void the_day_of_the_incident_chooses_the_generation() {
        Map<String, BigDecimal> loss = Map.of("loss", BigDecimal.valueOf(1000));
        assertThat(incidents
                        .grade(Instrument.RESPONSE, loss, Map.of(), LocalDate.parse("2014-12-28"))
                        .getValue())
                .isEqualTo(IncidentGrade.I);
        assertThat(incidents
                        .grade(Instrument.RESPONSE, loss, Map.of(), LocalDate.parse("2014-12-29"))
                        .getValue())
                .isEqualTo(IncidentGrade.III);
    }

    @Test
    @Clause("部令第17号(2011) 分级标准")
    void reporting_has_numbers_of_its_own() {
        Map<String, BigDecimal> deaths = Map.of("deaths", BigDecimal.TEN);
        assertThat(incidents.grade(Instrument.REPORT, deaths, Map.of(), DAY).getValue())
                .isEqualTo(IncidentGrade.I);
        assertThat(incidents.grade(Instrument.RESPONSE, deaths, Map.of(), DAY).getValue())
                .isEqualTo(IncidentGrade.II);
    }

    @Test
    void nothing_a_negative_count_and_an_unknown_criterion_are_refused() {
        assertThat(refusal(Map.of(), Map.of())).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(refusal(Map.of("deaths", BigDecimal.valueOf(-1)), Map.of())).containsExactly(CommonFinding.NEGATIVE);
        assertThat(refusal(Map.of("fish", BigDecimal.ONE), Map.of())).containsExactly(CommonFinding.NO_RULE);
        assertThat(refusal(Map.of(), Map.of("ecology", "sad"))).containsExactly(CommonFinding.UNKNOWN_CHOICE);
    }

    private List<Object> refusal(Map<String, BigDecimal> numbers, Map<String, String> choices) {
        Judgement<IncidentGrade> judgement = incidents.grade(Instrument.RESPONSE, numbers, choices, DAY);
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream().<Object>map(Finding::code).toList();
    }

    @Test
    void more_harm_never_lowers_the_grade() {
        long seed = 2014119L;
        Random random = new Random(seed);
        List<String> criteria = List.of("deaths", "injured", "evacuated", "loss");
        for (int round = 0; round < 300; round++) {
            Map<String, BigDecimal> numbers = new LinkedHashMap<>();
            criteria.forEach(criterion -> numbers.put(criterion, BigDecimal.valueOf(random.nextInt(60))));
            IncidentGrade before = grade(numbers);
            numbers.merge(
                    criteria.get(random.nextInt(criteria.size())),
                    BigDecimal.valueOf(random.nextInt(60_000)),
                    BigDecimal::add);
            assertThat(grade(numbers)).as("%s, seed %d", numbers, seed).isGreaterThanOrEqualTo(before);
        }
    }
}
