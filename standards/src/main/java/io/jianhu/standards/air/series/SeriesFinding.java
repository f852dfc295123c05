package io.jianhu.standards.air.series;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that air values over time can have. */
public enum SeriesFinding implements FindingCode {
    WRONG_NUMBER_OF_HOURS(
            "小时数不对",
            "The wrong number of hours",
            "按 1 至 24 时给出 24 个值，缺测写 null。",
            "Give 24 values, hour 1 to hour 24, null where one is missing."),
    MORE_THAN_POSSIBLE(
            "有效个数多于时段所能有的",
            "More valid values than the period can hold",
            "检查是否有重复的时刻或错误的时段。",
            "Look for repeated times or a wrong period."),
    INVALID_MONTHS(
            "有月份不满足最少有效天数",
            "Some months have too few valid days",
            "年平均要求每个月都有效；补齐列出的月份，或不作年评价。",
            "The annual mean needs every month valid; complete the months listed, or make no annual evaluation."),
    FEW_VALID_STATIONS(
            "有效点位不足",
            "Too few valid stations",
            "补齐点位数据；不足时不计算城市值。",
            "Complete the stations; with fewer there is no city value."),
    PERIOD_SPANS_EDITIONS(
            "评价时段跨越标准或限值阶段的更替",
            "The period spans a change of edition or phase",
            "年均值和百分位数按时段最后一天的限值评价，逐日达标按当日限值；对外使用时注明。",
            "Mean and percentile are judged by the limits of the last day, each day by its own; say so when publishing."),
    PERIODS_NOT_ALIKE(
            "两个时段不同口径",
            "The two periods are not alike",
            "用相同的日历时段比较，例如今年 1—6 月与去年 1—6 月。",
            "Compare the same part of the calendar, such as January to June of both years."),
    PERIOD_NOT_VALID(
            "时段数据无效",
            "The data of the period are not valid",
            "有效天数不足的时段不能比较。",
            "A period with too few valid days is not compared."),
    STATIONS_DIFFER(
            "两个时段的点位不同",
            "The stations of the two periods differ",
            "只用两个时段都有的点位重算，或注明点位变化。",
            "Compute again with the stations of both, or say that the stations changed."),
    REFERENCE_STATE_DIFFERS(
            "两个时段的参比状态不同",
            "The reference states of the two periods differ",
            "2018-09-01 起气态污染物改为 298.15 K、颗粒物改为实况；换算到同一状态后比较。",
            "Since 2018-09-01 gases are at 298.15 K and particles at ambient state: convert to one state, then compare."),
    LIMITS_DIFFER(
            "两个时段的限值不同",
            "The limits of the two periods differ",
            "用同一版本的标准重算后比较达标情况。",
            "Judge both by one edition, then compare attainment."),
    DAY_CLOSED(
            "该日已经结账",
            "The day is closed",
            "迟到的小时值需重新打开该日并重算。",
            "Open the day again with all of its hours and compute anew.");

    private final Text title;
    private final Text remedy;

    SeriesFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
