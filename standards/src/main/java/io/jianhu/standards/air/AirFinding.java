package io.jianhu.standards.air;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that only concentrations in ambient air have. */
public enum AirFinding implements FindingCode {
    ITEM_NOT_IN_REPORT(
            "该统计值不参与本报告的指数",
            "The statistic does not enter the index of this report",
            "未使用该值；按该日期的版本选择日报或实时报的项目。",
            "It was not used; see which items the edition of this date takes."),
    GIVEN_TWICE("同一统计值给了两次", "The same statistic is given twice", "只保留一个。", "Keep one of them."),
    ABOVE_SCALE(
            "浓度高于分级表的最高值",
            "The concentration lies above the last breakpoint",
            "分指数取该列最高值；先核对单位（CO 为 mg/m³，其余为 µg/m³）。",
            "The last index of the column stays; first check the unit (CO in mg/m³, the others in µg/m³)."),
    NO_INDEX_HERE(
            "该浓度在此平均时间下没有分指数",
            "At this concentration the averaging time has no index",
            "补充另一平均时间的浓度，由其分指数代替。",
            "Give the concentration of the other averaging time, whose index stands in."),
    NO_INDEX_AT_ALL(
            "没有任何项目可以计算分指数",
            "No item has an index",
            "至少给出一个参与本报告的浓度。",
            "Give at least one concentration that enters this report."),
    ITEMS_MISSING(
            "部分项目缺测",
            "Some items are missing",
            "补齐数据，或说明该项目不在监测方案内。",
            "Complete the data, or say that the item is outside the plan."),
    REFERENCE_ONLY(
            "仅为资料性参考值，不能据以判定",
            "An informative reference value; nothing is judged by it",
            "由地方政府确定限值后再判定。",
            "Judge once the local government has set a limit."),
    HALF_AN_ITEM(
            "年平均与百分位数未同时给出",
            "The mean and the percentile are not both given",
            "仅按已给出的统计值评价；年评价要求两者同时达标。",
            "Judged by what was given; an annual verdict needs both."),
    NOT_ALL_SIX(
            "不足六项，不能代表城市达标",
            "Fewer than the six items: no verdict on the city",
            "城市达标要求六项全部达标；补齐项目。",
            "A city attains when all six do; add the items."),
    NO_BASE("基期数值为零，变化率没有意义", "The base is zero, so there is no rate of change", "改用变化量。", "Use the difference."),
    NOT_A_PAIR(
            "需要同一指标的两个时段",
            "Two periods of one indicator are needed",
            "给出形如 PM2.5_2015 和 PM2.5_2020 的两个数。",
            "Give two numbers such as PM2.5_2015 and PM2.5_2020."),
    NOT_ONE_YEAR(
            "指标与目标不是同一年份",
            "Indicators and target are not of one year",
            "各给一个同一年份的指标和目标。",
            "Give one of each, all of the target year."),
    MORE_GOOD_THAN_VALID(
            "优良天数多于有效天数",
            "More good days than valid days",
            "分母为有效天数；核对两个计数。",
            "The denominator is the valid days; check both counts."),
    NOT_APPROVED(
            "沙尘记录未经批准，数据照常参与统计",
            "A dust record without approval: the data count as ever",
            "取得批准后重算。",
            "Judge again once it is approved.");

    private final Text title;
    private final Text remedy;

    AirFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
