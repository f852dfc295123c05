package io.jianhu.standards.topic;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects of a request before any rule is asked. */
public enum TopicFinding implements FindingCode {
    UNKNOWN_TOPIC("未知的计算主题", "Unknown topic", "使用列出的主题名。", "Use one of the listed topics."),
    WRONG_KIND(
            "输入的类型不对",
            "The input is of another kind",
            "按该输入项声明的类型给值：数、文本、列表或对象。",
            "Give what the key declares: a number, a text, a list or an object."),
    NOT_A_DATE(
            "不是日期",
            "Not a date",
            "写成 2026-03-01；带时区的时刻换算为东八区的日期。",
            "Write 2026-03-01; an instant counts as the day it is at +08:00."),
    TOO_LONG("数据过多", "Too much at once", "拆成几次请求。", "Split it into several requests.");

    private final Text title;
    private final Text remedy;

    TopicFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
        this.title = new Text(titleZh, titleEn);
        this.remedy = new Text(remedyZh, remedyEn);
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text remedy() {
        return remedy;
    }
}
