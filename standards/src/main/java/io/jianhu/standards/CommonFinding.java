package io.jianhu.standards;

/** The defects that an input of any domain can have. */
public enum CommonFinding implements FindingCode {
    NO_EDITION_ON_DATE(
            "该日期没有适用的标准版本",
            "No edition of the standard holds on this date",
            "按数据的日期（东八区）选择标准；早于首个版本的数据须由人工指定依据。",
            "Choose by the date of the data (+08:00); for data older than the first edition a person must name the rule."),
    UNKNOWN_FACTOR("未知的因子", "Unknown factor", "使用因子表中的键名或编码。", "Use a key or code of the factor catalogue."),
    UNKNOWN_RULE_VERSION(
            "未知的规则版本",
            "Unknown rule version",
            "写出标准号和年份，例如 HJ 633-2026，或给出数据日期。",
            "Write the standard and its year, such as HJ 633-2026, or give the date of the data."),
    NO_RULE("没有适用的规则", "No rule applies", "检查因子、类别、日期与地区是否正确。", "Check factor, class, date and region."),
    MISSING_INPUT("缺少必需的输入", "A needed input is missing", "补上该输入后重算。", "Give the input and judge again."),
    UNKNOWN_INPUT("不认识的输入项", "Unknown input", "只使用列出的输入项。", "Use the listed keys only."),
    NOT_A_NUMBER("不是数值", "Not a number", "写成十进制数，例如 0.05。", "Write a decimal number such as 0.05."),
    UNKNOWN_CHOICE("不在可选值之内", "Not among the choices", "从列出的值中选择。", "Choose one of the listed values."),
    NEGATIVE(
            "数值为负",
            "The value is negative",
            "浓度、流量、数量不能为负；检查仪器零点与单位。",
            "Concentrations, flows and counts are not negative; check zero point and unit."),
    OUT_OF_RANGE(
            "数值超出可能范围",
            "The value is outside what is possible",
            "检查仪器、单位和小数位。",
            "Check instrument, unit and decimal point."),
    UNIT_MISMATCH(
            "单位不符",
            "The unit does not fit",
            "使用同一量纲的单位；体积浓度换算需要摩尔质量和参比状态。",
            "Use a unit of the same dimension; a volume share needs molar mass and reference state."),
    EMPTY_SET("没有任何数据", "There is no data at all", "至少提供一个有效值。", "Give at least one valid value."),
    NOT_ENOUGH_DATA(
            "有效数据不足", "Too few valid data", "补齐数据，或只发布单项值。", "Complete the data, or publish single values only.");

    private final Text title;
    private final Text remedy;

    CommonFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
