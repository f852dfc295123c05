package io.jianhu.standards.statistics;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that a series of values can have. */
public enum StatisticsFinding implements FindingCode {
    TIED_VALUES(
            "数值有并列，按平均秩次计算",
            "Values are tied and share their average rank",
            "标准未规定并列值的处理；结果接近临界值时保留更多小数重算，并参考列出的并列校正值。",
            "The standard does not say what to do with ties; near the critical value compute with more decimals and look at the"
                    + " corrected coefficient given here."),
    ALL_EQUAL(
            "全部数值相等，没有秩次可言",
            "All values are equal: there is no rank to correlate",
            "视为无显著变化；需要时保留更多小数重算。",
            "Take it as no significant change; compute with more decimals where needed."),
    LENGTHS_DIFFER("两列长度不同", "The two columns differ in length", "每个时段对应一个数值。", "Give one value for each period."),
    REPEATED_PERIOD("时段重复", "A period occurs twice", "每个时段只保留一个数值。", "Keep one value for each period."),
    CRITICAL_VALUE_OF_FEWER(
            "临界值表没有这个时段数，采用更少时段的（更严的）临界值",
            "The table has no critical value for so many periods: that of fewer periods, which is stricter, is used",
            "结果接近临界值时请由统计人员复核。",
            "Where the coefficient is near it, let a statistician look.");

    private final Text title;
    private final Text remedy;

    StatisticsFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
