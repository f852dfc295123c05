package io.jianhu.standards.water;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that water samples and series can have. */
public enum WaterFinding implements FindingCode {
    DETECTION_LIMIT_TOO_HIGH(
            "检出限高于标准限值，无法判定",
            "The detection limit is above the limit: the item cannot be judged",
            "改用检出限低于标准限值的方法重测；未检出不能当作 0。",
            "Measure again by a method that sees below the limit; not detected is not zero."),
    ITEMS_MISSING(
            "参评指标不全",
            "Items of the evaluation are missing",
            "补充缺少的指标；结果只按已有指标得出。",
            "Add the missing items; the result rests on those given."),
    NO_ITEM_JUDGED("没有可评价的指标", "No item can be judged", "至少提供一项参评指标。", "Give at least one item of the evaluation."),
    NOT_POSITIVE(
            "数值须大于零",
            "The value must be above zero",
            "检查数值；未检出时写成检出限加 L。",
            "Check the value; write a value below detection as its limit with L."),
    INDEX_INCOMPLETE(
            "指数缺少参数",
            "Parameters of the index are missing",
            "补齐参数；缺参数的结果不得用于比较和排名。",
            "Complete the parameters; such a result is not fit for comparison or ranking."),
    LIKELY_OTHER_UNIT(
            "数值像是用了别的单位",
            "The value looks like one of another unit",
            "叶绿素 a 的单位是 mg/m³（即 µg/L），不是 mg/L。",
            "Chlorophyll a is in mg/m³, which is µg/L, not mg/L."),
    TOO_FEW_SECTIONS(
            "断面数不足，不能用类别比例法",
            "Too few sections for the share method",
            "断面少于 5 个时，用各断面浓度的平均值评价。",
            "With fewer than 5 sections evaluate the mean concentrations of the sections."),
    SHORT_YEAR(
            "全年月份不足 12 个",
            "The year has fewer than 12 months",
            "仅冰封期等无法采样时可以少于 12 个月；写明原因。",
            "Fewer than 12 months stand only where ice or the like prevents sampling: give the reason."),
    BELOW_DETECTION_HAS_NO_MEANING(
            "该指标没有“未检出”", "This item has no value below detection", "填写测得的数值。", "Give the measured value."),
    RULE_OF_ANOTHER_YEAR(
            "规则只见于较早年度",
            "The rule is known for an earlier year only",
            "核对当年执行的考核细则。",
            "Check the rule that holds for the year."),
    CASE_NOT_DEFINED(
            "规则未规定这种情形",
            "The rule does not define this case",
            "由主管部门认定后填写变好或变差。",
            "The authority decides; then enter better or worse."),
    NUCLIDES_TO_BE_ANALYSED(
            "放射性指标超过 III 类，应作核素分析",
            "Radioactivity above class III: nuclides are to be analysed",
            "进行核素分析和评价后再定类别。",
            "Analyse and evaluate the nuclides before the class is final.");

    private final Text title;
    private final Text remedy;

    WaterFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
