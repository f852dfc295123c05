package io.jianhu.platform.assessment;

import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.ProblemText;
import io.jianhu.platform.api.ProblemType;
import org.springframework.http.HttpStatus;

/** The refusals of this module. What is wrong with the data of a judgement is a finding, not one of these. */
public enum AssessmentProblem implements ProblemType {
    UNKNOWN_EDITION(
            HttpStatus.NOT_FOUND,
            new Bilingual("没有这个标准版本", "There is no such edition"),
            new Bilingual(
                    "从 /api/v1/standards/editions 中选择；编号须与目录完全一致，含空格。",
                    "Choose from /api/v1/standards/editions; write the id as it stands there, blanks included.")),
    UNKNOWN_RULE(
            HttpStatus.NOT_FOUND,
            new Bilingual("没有这条规则", "There is no such rule"),
            new Bilingual("从 /api/v1/standards/rules 中查找。", "Search for it in /api/v1/standards/rules.")),
    UNKNOWN_TABLE(
            HttpStatus.NOT_FOUND,
            new Bilingual("没有这张规则表", "There is no such table of rules"),
            new Bilingual("从 /api/v1/standards/tables 中选择。", "Choose from /api/v1/standards/tables.")),
    UNKNOWN_TOPIC(
            HttpStatus.NOT_FOUND,
            new Bilingual("没有这个计算主题", "There is no such topic"),
            new Bilingual("从 /api/v1/standards/topics 中选择。", "Choose from /api/v1/standards/topics."));

    private final ProblemText text;

    AssessmentProblem(HttpStatus status, Bilingual title, Bilingual remedy) {
        this.text = new ProblemText(status, title, remedy);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
