package io.jianhu.platform.telemetry;

import io.jianhu.hj212.FindingCode.Gravity;

/** What the gateway finds beyond the codec's {@link io.jianhu.hj212.FindingCode}: it needs to know the device or its history. */
public enum GatewayFinding {
    PASSWORD_MISMATCH(
            Gravity.WARNING,
            "PW 与登记不符",
            "PW is not the registered one",
            "核对数采仪的访问密码；若密码已更换，请在平台登记新密码。",
            "Check the password set in the data logger; where it was changed, register the new one."),
    SAME_KEY_OTHER_CONTENT(
            Gravity.WARNING,
            "重发报文内容不同",
            "Re-sent with other content",
            "同一 QN、CN、DataTime 的报文应逐字节相同；更正数据请使用新的 QN。",
            "A re-send with the same QN, CN and DataTime must be equal byte for byte; send a correction under a new QN."),
    TOO_MANY_NEW_DEVICES(
            Gravity.WARNING,
            "新 MN 出现过快",
            "New MNs appear too fast",
            "报文已保存在“无法识别 MN”之下；请检查是否有人伪造 MN，或先批量登记设备。",
            "The frame is kept under the device without MN; look for a forger of MNs, or register the devices first."),
    MN_UNUSABLE(
            Gravity.WARNING,
            "MN 不可用作设备编号",
            "MN cannot name a device",
            "MN 为空或超过 64 个字符；请在数采仪中设置平台分配的 MN。",
            "MN is empty or longer than 64 characters; set the MN the platform assigned in the data logger."),
    TIME_IMPLAUSIBLE(
            Gravity.WARNING,
            "DataTime 不合理",
            "DataTime cannot be true",
            "DataTime 早于 2006 年 2 月或超前 31 天以上，数值未写入观测表；请校准数采仪时钟。",
            "DataTime lies before February 2006 or more than 31 days ahead; the values are not used. Set the logger's clock."),
    CONTENT_NOT_STORABLE(
            Gravity.WARNING,
            "部分内容无法入库",
            "Part of the content could not be stored as values",
            "报文原始字节已保存，但其中的数值未写入观测表；请检查时间与数值格式。",
            "The bytes are kept, but the values were not written as observations; check times and numbers.");

    private final Gravity gravity;
    private final String titleZh;
    private final String titleEn;
    private final String remedyZh;
    private final String remedyEn;

    GatewayFinding(Gravity gravity, String titleZh, String titleEn, String remedyZh, String remedyEn) {
        this.gravity = gravity;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    public Gravity gravity() {
        return gravity;
    }

    public String titleZh() {
        return titleZh;
    }

    public String titleEn() {
        return titleEn;
    }

    public String remedyZh() {
        return remedyZh;
    }

    public String remedyEn() {
        return remedyEn;
    }
}
