package io.jianhu.standards.plan;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that the input of plan arithmetic can have. */
public enum PlanFinding implements FindingCode {
    BASELINE_FACTOR(
            "基准线因子不能用于消费电量",
            "A baseline factor is no factor of consumption",
            "用数据所属年份的平均电力排放因子；电量边际因子只用于减排项目。",
            "Take the average factor of the year; an operating margin serves mitigation projects only."),
    OXIDATION_UNKNOWN(
            "该指南未给出此燃料的氧化率",
            "The guideline does not state the oxidation of this fuel",
            "换用给出氧化率的指南，或用 FC、NCV、CC、OF 给出实测值。",
            "Take another guideline, or give measured FC, NCV, CC and OF."),
    YEAR_NEEDED(
            "电力排放因子按年份选取，缺少年份",
            "The factor of electricity depends on the year, which is missing",
            "给出数据日期或年份。",
            "Give the date of the data or the year."),
    FACTORS_INCOMPLETE("FC、NCV、CC、OF 须同时给出", "FC, NCV, CC and OF go together", "补齐四个参数。", "Give all four."),
    AGREEMENT_UNREADABLE(
            "读不出补偿协议的参数",
            "The parameters of the agreement cannot be read",
            "写成 k0=0.85, ki=0.25 或 k0=0.9, CODMn=0.22, NH3N=0.22, TN=0.28, TP=0.28，也可给出协议名称。",
            "Write k0=0.85, ki=0.25, or k0=0.9, CODMn=0.22, …, or name the agreement."),
    WEIGHTS_NOT_ONE(
            "权重之和不为 1", "The weights do not add up to 1", "核对各项权重与参评项目是否一致。", "Check the weights against the items."),
    HEALTH_ADVICE_ONLY(
            "臭氧或沙尘造成的重污染不计入预警分级",
            "Pollution by ozone or dust does not count for the levels",
            "发布健康提示。",
            "Give health advice."),
    FORECAST_TOO_SHORT("预报时段不够长", "The forecast is too short", "补充后续时段的预报。", "Give more of the forecast."),
    PROVINCIAL_TARGET_NEEDED(
            "该指标的目标由省里下达，尚未给出",
            "The province sets the target of this indicator, and it was not given",
            "给出省下达的目标值。",
            "Give the target that the province set."),
    BASE_NEEDED("缺少基期值", "The base value is missing", "给出基期值。", "Give the value of the base year."),
    MANIFEST_NUMBER(
            "联单编号不符合编码结构",
            "The manifest number does not have the structure",
            "编号为 14 位数字：年份 4 位、省 2 位、市 2 位、顺序号 6 位。",
            "14 digits: year 4, province 2, city 2, serial 6."),
    DATES_IN_REVERSE(
            "首次贮存日期晚于计算日期", "The first day of storage is after the day of counting", "核对两个日期。", "Check both dates."),
    PARTS_EXCEED_TOTAL("部分大于总体", "The part is larger than the whole", "核对口径。", "Check what is counted.");

    private final Text title;
    private final Text remedy;

    PlanFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
