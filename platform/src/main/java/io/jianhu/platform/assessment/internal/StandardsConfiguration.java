package io.jianhu.platform.assessment.internal;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StandardsConfiguration {

    @Bean
    RuleBook ruleBook() {
        return RuleBook.load();
    }

    @Bean
    Topics topics(RuleBook rules) {
        return Topics.of(rules);
    }
}
