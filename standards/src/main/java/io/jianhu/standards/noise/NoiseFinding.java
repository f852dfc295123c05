package io.jianhu.standards.noise;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that noise data can have. */
public enum NoiseFinding implements FindingCode {
    UNKNOWN_ZONE(
            "该标准没有这个声环境功能区类别",
            "The standard has no such class of function area",
            "GB 3096 用 0、1、2、3、4a、4b；GB 12348 用 0、1、2、3、4。",
            "GB 3096 has 0, 1, 2, 3, 4a, 4b; GB 12348 has 0, 1, 2, 3, 4."),
    TOO_FEW_HOURS(
            "有效小时数不足，不出结果",
            "Too few valid hours: no result",
            "补齐数据，或换用数据完整的一天。",
            "Complete the data, or take another day."),
    HOUR_TWICE("同一小时出现两次", "The same hour twice", "每小时只给一个等效声级。", "Give one equivalent level an hour."),
    WEIGHTS_DO_NOT_FIT(
            "时长与声级的个数不符或不大于零",
            "The durations do not fit the levels, or are not above zero",
            "每个声级给一个大于零的时长。",
            "Give one duration above zero for each level.");

    private final Text title;
    private final Text remedy;

    NoiseFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
