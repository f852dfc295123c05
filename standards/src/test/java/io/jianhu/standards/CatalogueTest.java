package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private final RuleBook rules = RuleBook.load();
    private final Catalogue catalogue = rules.catalogue();

    /** The columns: as written, the first and the last day that will do. */
    @ParameterizedTest
    @CsvSource({
        "GB 3095-2012, 2018-09-01, 2026-02-28",
        "GB 3095-2026 transition, 2026-03-01, 2030-12-31",
        "GB 3095-2026 过渡阶段, 2026-03-01, 2030-12-31",
        "GB 3095-2026 final, 2031-01-01, 2031-01-01",
        "gb3095—2026, 2026-03-01, 2030-12-31",
        "HJ 663-2013 / ranking rule, 2013-10-01, 2026-02-28",
        "HJ 663-2013 附录A, 2013-10-01, 2026-02-28",
        "GB 3095-2012 + HJ 663-2013, 2018-09-01, 2026-02-28",
        "HJ 663, 2026-03-01, 2030-12-31",
        "HJ 663-2026 (transition), 2026-03-01, 2030-12-31",
        "HJ 663-2026 (final), 2031-01-01, 2099-12-31",
        "2024 thresholds, 2024-12-31, 2024-12-31",
        "2023 factor, 2023-12-31, 2023-12-31"
    })
    void a_rule_version_is_a_day_inside_it(String version, LocalDate first, LocalDate last) {
        assertThat(catalogue.findDay(version))
                .hasValueSatisfying(day -> assertThat(day).isBetween(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB 3095-2099",
                "GB 3095-20120",
                "GB 3095-2026 + GB 9999-2026",
                "GB 3095-2012 + GB 3095-2026",
                "seed 表1",
                "公告2099年第21号",
                ""
            })
    void what_names_no_rule_of_the_catalogue_is_no_day(String version) {
        assertThat(catalogue.findDay(version)).isEmpty();
    }

    /** Its limits are not in the library: that day has an edition, and no judgement. */
    @Test
    void an_edition_known_by_its_title_is_never_judged_by() {
        LocalDate day = LocalDate.parse("2010-06-30");
        assertThat(catalogue.findEditionInForce("GB 3095", day))
                .map(Edition::id)
                .contains("GB 3095-1996");
        Working working = new Working();
        assertThat(catalogue.findEdition("GB 3095", day, working)).isEmpty();
        assertThat(working.<String>notJudged().findings().getFirst().expected())
                .contains("GB 3095-1996 1996-10-01..2015-12-31 (listed only)");
    }

    @Test
    void an_edition_known_by_its_title_has_no_rules() {
        assertThat(rules.listTables().stream()
                        .flatMap(table -> table.rows().stream())
                        .filter(rule -> rule.edition().extent() == Edition.Extent.LISTED))
                .isEmpty();
    }

    @Test
    void a_phase_lies_inside_its_edition_and_leaves_no_gap() {
        for (Edition edition : catalogue.listEditions()) {
            List<Phase> phases = edition.phases();
            if (!phases.isEmpty()) {
                assertThat(phases.getFirst().validity().from())
                        .isEqualTo(edition.validity().from());
                assertThat(phases.getLast().validity().to())
                        .isEqualTo(edition.validity().to());
            }
            for (int i = 1; i < phases.size(); i++) {
                assertThat(phases.get(i - 1).validity().to().orElseThrow().plusDays(1))
                        .isEqualTo(phases.get(i).validity().from());
            }
        }
    }

    @Test
    void no_day_has_two_editions_of_one_family() {
        for (Edition edition : catalogue.listEditions()) {
            assertThat(catalogue.listEditions(edition.family()).stream()
                            .filter(other ->
                                    other.validity().covers(edition.validity().from()))
                            .map(Edition::id))
                    .as(edition.id() + " on its first day")
                    .containsExactly(edition.id());
        }
    }

    @Test
    void a_successor_of_a_listed_edition_is_in_the_catalogue() {
        assertThat(RuleFile.read("editions-listed").rows().stream()
                        .flatMap(row -> row.findText("successor").stream())
                        .filter(id -> catalogue.findEdition(id).isEmpty()))
                .isEmpty();
    }

    @Test
    void a_predecessor_is_of_the_same_family_and_older() {
        for (Edition edition : catalogue.listEditions()) {
            edition.predecessor()
                    .flatMap(catalogue::findEdition)
                    .ifPresent(before -> assertThat(before.validity().from())
                            .as(edition.id() + " replaces " + before.id())
                            .isBefore(edition.validity().from()));
            edition.predecessor()
                    .flatMap(catalogue::findEdition)
                    .ifPresent(before -> assertThat(before.family())
                            .as(edition.id() + " replaces " + before.id())
                            .isEqualTo(edition.family()));
        }
    }
}
