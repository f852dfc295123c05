package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private final RuleBook rules = RuleBook.load();

    @Test
    void the_edition_changes_with_the_date_of_the_data() {
        assertThat(editionOn("2026-02-28")).isEqualTo("GB 3095-2012");
        assertThat(editionOn("2026-03-01")).isEqualTo("GB 3095-2026");
    }

    @Test
    void a_date_before_the_first_edition_is_an_error_that_names_the_editions() {
        Working working = new Working();
        assertThat(rules.catalogue().findEdition("GB 3095", LocalDate.parse("2015-12-31"), working))
                .isEmpty();
        assertThat(working.<String>notJudged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(CommonFinding.NO_EDITION_ON_DATE))
                .satisfies(finding -> assertThat(finding.expected()).contains("GB 3095-2012 2016-01-01..2026-02-28"));
    }

    private String editionOn(String day) {
        return rules.catalogue()
                .findEdition("GB 3095", LocalDate.parse(day), new Working())
                .orElseThrow()
                .id();
    }
}
