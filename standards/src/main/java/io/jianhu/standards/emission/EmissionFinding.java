package io.jianhu.standards.emission;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that emission data and the description of an outlet can have. */
public enum EmissionFinding implements FindingCode {
    OXYGEN_NOT_BELOW_AIR(
            "含氧量不低于空气，无法折算",
            "Oxygen is not below that of air: no conversion exists",
            "检查氧量计零点和量程；若为停运时段，使用停运标记，不折算。",
            "Check zero and span of the oxygen meter; for hours of shutdown use the mark of shutdown and do not convert.",
            "o2>=21 invalid"),
    OXYGEN_NEAR_AIR(
            "含氧量接近空气，折算值失真，疑似停运",
            "Oxygen is near that of air: the converted value is inflated, the source is probably shut down",
            "核对工况标记；停运、启停炉时段按标记规则处理，不以折算值认定超标。",
            "Check the mark of the operating state; in shutdown and start-up follow the marking rule, not the converted value.",
            "o2 near air"),
    REFERENCE_OXYGEN_NOT_BELOW_AIR(
            "基准含氧量不在 0 到空气含氧量之间",
            "The reference oxygen is not between zero and that of air",
            "使用排放标准规定的基准含氧量。",
            "Use the reference oxygen of the emission standard.",
            "o2 reference invalid"),
    UNKNOWN_SOURCE_TYPE(
            "未知的污染源类型",
            "Unknown type of source",
            "使用基准含氧量表中的类型。",
            "Use a type of the reference oxygen table.",
            "unknown source type"),
    UNKNOWN_GAS("未知的气体", "Unknown gas", "使用列出的气体。", "Use one of the listed gases.", "unknown gas"),
    LENGTHS_DIFFER(
            "浓度与流量的个数不同",
            "Concentrations and flows differ in number",
            "每个时段各给一个浓度和一个流量。",
            "Give one concentration and one flow for each period.",
            "lengths differ"),
    NO_FLOW(
            "流量全部为零，没有加权均值",
            "Every flow is zero: there is no weighted mean",
            "确认是否停排；停排日没有日均浓度，排放量为零。",
            "Check whether nothing was discharged: such a day has no mean concentration and a load of zero.",
            "no flow"),
    MORE_THAN_EXPECTED(
            "数量大于应有数量",
            "More than there should be",
            "去除重复数据，核对应有数量和停运时数。",
            "Remove duplicates, check the expected count and the hours of shutdown.",
            "more than expected"),
    CAPTURE_TOO_LOW(
            "数据捕集率低于替代规则的下限",
            "The capture rate is below what the substitution rule needs",
            "不能自动替代；按手工监测或物料衡算核定排放量。",
            "No substitution: determine the amount by manual monitoring or mass balance.",
            "capture rate too low"),
    CONTRADICTED_NUMBER(
            "另有来源给出不同的数值",
            "Another source gives a different number",
            "使用前核对标准正式文本；可在参数中改用另一值。",
            "Check the official text; the other number can be set as a parameter.",
            "contradicted number"),
    UNKNOWN_MARK("未知的标记", "Unknown mark", "使用标记表中的标记。", "Use a mark of the table.", "unknown mark"),
    MARK_INCOMPLETE(
            "标记缺少标记人、时间、理由或证据，不产生效力",
            "The mark lacks who, when, why or evidence and has no effect",
            "补全标记；未补全前数据按有效数据判断。",
            "Complete the mark; until then the value counts as valid.",
            "mark incomplete"),
    MARK_LATE(
            "标记超过时限",
            "The mark came after its deadline",
            "由监管人员确认标记是否有效后再判断。",
            "An officer decides whether the mark holds before the value is judged.",
            "mark late"),
    MARKED_INVALID(
            "数据已标记无效，不作为超标证据",
            "The value is marked invalid: it is no evidence of exceedance",
            "虚假标记按篡改、伪造监测数据查处；核对标记的证据。",
            "A false mark counts as falsification: check its evidence.",
            "marked invalid"),
    FLAGGED_VALUE(
            "数据带有标记，仅供参考",
            "The value carries a flag: read it with care",
            "手工设定值或超量程值须由人工确认。",
            "A value set by hand or above the range must be confirmed by a person.",
            "flagged value"),
    MARK_NEEDS_INDUSTRY_RULE(
            "该工况标记的效力由行业标记规则决定",
            "The effect of this mark is set by the marking rule of the industry",
            "按行业规则核对时长上限和适用条件后由人工判断。",
            "A person judges after checking the hours and conditions of that rule.",
            "mark by industry rule"),
    UNKNOWN_STANDARD(
            "未收录该排放标准",
            "The emission standard is not held",
            "使用列出的标准号。",
            "Use one of the listed standards.",
            "unknown standard"),
    NEEDS_STANDARD_OR_INDUSTRY(
            "缺少执行标准或行业代码",
            "Neither the standard nor the industry is given",
            "给出排污许可证载明的执行标准，或 GB/T 4754 行业代码。",
            "Give the standard of the permit, or the GB/T 4754 code of the industry.",
            "standard or industry needed"),
    MISSING_FACT(
            "缺少决定限值的信息",
            "A fact that decides the limit is missing",
            "补上该信息；在此之前列出的限值都可能适用。",
            "Give the fact; until then every listed limit may apply.",
            "missing fact"),
    LIMIT_UNDECIDED(
            "现有信息下有多个限值可能适用",
            "More than one limit may apply",
            "补全缺少的信息，不得猜测。",
            "Complete the missing facts; do not guess.",
            "limit undecided"),
    AMBIGUOUS_RULES(
            "同一标准有两条限值同时适用",
            "Two limits of one standard apply at once",
            "核对排放口信息；如无误请报告规则数据错误。",
            "Check the description of the outlet; if it is right, report the rule rows.",
            "ambiguous rules"),
    LOCAL_LIMIT_NOT_HELD(
            "当地另有地方标准，其限值未收录",
            "A local standard exists whose limits are not held here",
            "查阅该地方标准；达到国家标准不等于达标。",
            "Consult it: meeting the national limit does not prove compliance.",
            "local limit not held"),
    INDUSTRY_LIMIT_NOT_HELD(
            "该行业另有行业型标准，其限值未收录",
            "An industry standard exists whose limits are not held here",
            "查阅该行业标准：它先于综合型标准执行，列出的综合型限值不能作为达标依据。",
            "Consult it: it goes before the general standard, whose limit here does not prove compliance.",
            "industry limit not held"),
    AMENDMENT_APPLIES(
            "修改单另有规定",
            "An amendment says something else for this outlet",
            "按修改单核对执行标准。",
            "Check the standard against the amendment.",
            "amendment applies"),
    STACK_OUTSIDE_TABLE(
            "排气筒高度不在表列范围内",
            "The height of the stack is outside the table",
            "低于或高于表列高度须用外推法，由人工核定。",
            "Below or above the table the rate is extrapolated by a person.",
            "stack outside table"),
    AVERAGING_MISMATCH(
            "数值的统计时段与标准要求不符",
            "The averaging of the value is not what the standard asks for",
            "用标准规定的均值判断：例如污水用日均值，火电用小时均值。",
            "Judge the mean that the standard names: daily means for waste water, hourly means for power plants.",
            "averaging mismatch"),
    NOT_A_NUMERIC_LIMIT(
            "该限值不是数值",
            "The limit is no number",
            "按标准规定的方法由人工判定。",
            "A person judges by the method of the standard.",
            "no numeric limit"),
    DETECTION_LIMIT_ABOVE_LIMIT(
            "检出限高于排放限值，无法判断",
            "The detection limit is above the emission limit: nothing can be said",
            "改用检出限更低的方法。",
            "Use a method with a lower detection limit.",
            "detection limit above limit"),
    OXYGEN_BASIS_UNDECIDED(
            "是否按基准含氧量折算尚不能确定",
            "Whether the value is converted to reference oxygen is undecided",
            "补充燃烧装置或热源信息。",
            "Give the facts about combustion or the source of heat.",
            "oxygen basis undecided");

    private final Text title;
    private final Text remedy;
    private final String errorText;

    EmissionFinding(String titleZh, String titleEn, String remedyZh, String remedyEn, String errorText) {
        this.title = new Text(titleZh, titleEn);
        this.remedy = new Text(remedyZh, remedyEn);
        this.errorText = errorText;
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text remedy() {
        return remedy;
    }

    @Override
    public String errorText() {
        return errorText;
    }
}
