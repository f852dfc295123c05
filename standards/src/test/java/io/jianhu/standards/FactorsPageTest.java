package io.jianhu.standards;

import org.junit.jupiter.api.Test;

class FactorsPageTest {

    @Test
    void the_page_says_what_the_rules_say() {
        FactorsPage.write(RuleBook.load().factors()).verify("FACTORS.md", FactorsPageTest.class);
    }
}
