package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an index with items missing")
class AqiPublicationsTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final AqiPublications publications = AqiPublications.of(rules);

    private Judgement<AqiPublications.Publication> judge(LocalDate day, String fine, Set<String> outsidePlan) {
        return publications.judge(day, Report.DAILY, Map.of(new AirItem("PM2.5", Averaging.DAY), n(fine)), outsidePlan);
    }

    @Test
    @Clause("HJ 633-2026 数据缺失")
    void is_published_above_100_only() {
        assertThat(judge(NEW, "60", Set.of()).getValue().aqi())
                .as("exactly 100: NA")
                .isEmpty();
        assertThat(judge(NEW, "61", Set.of()).getValue().aqi()).contains(101);
        assertThat(judge(NEW, "60", Set.of()).getValue().items())
                .containsEntry("PM2.5", "100")
                .containsEntry("CO", "NA");
    }

    @Test
    @Clause("HJ 633-2026 数据缺失")
    void is_published_when_all_that_is_missing_lies_outside_the_plan() {
        Judgement<AqiPublications.Publication> published = judge(NEW, "30", Set.of("SO2", "NO2", "CO", "O3", "PM10"));
        assertThat(published.getValue().aqi()).contains(43);
        assertThat(published.getValue().items()).containsEntry("CO", "/");
        assertThat(published.citations()).extracting(Rule::id).contains("HJ633-2026/missing/not-planned-years");
        assertThat(judge(NEW, "30", Set.of("SO2", "NO2", "CO", "O3")).getValue().aqi())
                .isEmpty();
    }

    @Test
    void has_no_rule_before_2026() {
        assertThat(codes(judge(OLD, "30", Set.of()))).containsExactly(CommonFinding.NO_RULE);
    }
}
