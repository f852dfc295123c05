package io.jianhu.standards;

import org.junit.jupiter.api.Test;

class StandardsPageTest {

    private final RuleBook rules = RuleBook.load();
    private final TestedClauses tested = TestedClauses.read(rules.catalogue());

    @Test
    void the_overview_says_what_the_rules_say() {
        StandardsPage.write(rules, tested).verify("STANDARDS.md", StandardsPageTest.class);
    }

    @Test
    void the_page_of_each_domain_says_what_its_rules_say() {
        for (Catalogue.Domain domain : rules.catalogue().listDomains()) {
            DomainPage.write(rules, tested, domain).verify(DomainPage.name(domain), StandardsPageTest.class);
        }
    }
}
