package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustTest {

    private final RuleBook rules = RuleBook.load();
    private final Rule verified = any(true);
    private final Rule doubted = any(false);

    @Test
    void verified_rules_raise_alarms_and_others_only_when_a_person_says_so() {
        assertThat(judgedBy(verified).mayAlarm(Trust.verifiedOnly())).isTrue();
        assertThat(judgedBy(doubted).mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(judgedBy(doubted).mayAlarm(new Trust(Set.of(doubted.id())))).isTrue();
        assertThat(judgedBy(doubted).mayAlarm(new Trust(Set.of(doubted.edition().id()))))
                .isTrue();
    }

    @Test
    void one_doubted_rule_among_verified_ones_is_enough_for_the_mark() {
        Judgement<String> both = judgedBy(verified, doubted);
        assertThat(both.unverified()).containsExactly(doubted);
        assertThat(both.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(both.mayAlarm(new Trust(Set.of(verified.id())))).isFalse();
    }

    @Test
    void what_an_inner_judgement_leaned_on_marks_the_outer_one() {
        Working outer = new Working();
        outer.cite(verified);
        assertThat(outer.lean(judgedBy(doubted))).contains("result");
        assertThat(outer.judged("outer").unverified()).containsExactly(doubted);
    }

    @Test
    void without_a_result_there_is_no_alarm_and_without_a_finding_no_refusal() {
        Working working = new Working();
        assertThatThrownBy(working::notJudged).isInstanceOf(IllegalStateException.class);
        working.cite(verified);
        working.finding(CommonFinding.EMPTY_SET, "values", "", "");
        assertThat(working.notJudged().mayAlarm(Trust.verifiedOnly())).isFalse();
    }

    private Rule any(boolean isVerified) {
        return rules.listTables().stream()
                .flatMap(table -> table.rows().stream())
                .filter(rule -> rule.confidence().isVerified() == isVerified)
                .findFirst()
                .orElseThrow();
    }

    private static Judgement<String> judgedBy(Rule... cited) {
        Working working = new Working();
        for (Rule rule : cited) {
            working.cite(rule);
        }
        return working.judged("result");
    }
}
