package io.jianhu.hj212;

/**
 * Every defect the codec can name. The name is stable: it is stored, counted and shown.
 *
 * <p>A code tells its gravity, a title and a remedy in Chinese and in English.
 */
public enum FindingCode {
    NOT_A_FRAME(Gravity.REJECTS, "不是数据帧", "Not a frame", "数据帧以 ## 开头。", "A frame starts with ##."),
    LENGTH_NOT_FOUR_DIGITS(
            Gravity.REJECTS,
            "长度字段不是 4 位数字",
            "Length is not four digits",
            "长度固定写 4 位十进制数，不足补 0，例如 0299。",
            "Write the length as four decimal digits with leading zeros, such as 0299."),
    LENGTH_OVER_LIMIT(
            Gravity.REJECTS,
            "数据段长度超出接收上限",
            "Data segment longer than the receiver takes",
            "把数据拆成多包发送（Flag 第 1 位置 1，带 PNUM、PNO）。",
            "Split the data into sub-packets (bit 1 of Flag, PNUM and PNO)."),
    LENGTH_MISMATCH(
            Gravity.REJECTS,
            "长度与数据段不符",
            "Length does not match the data segment",
            "长度只计数据段的字节数，不含 ##、长度本身、CRC 和回车换行。",
            "The length counts the bytes of the data segment only: without ##, the length itself, CRC and CRLF."),
    LENGTH_COUNTS_CHARACTERS(
            Gravity.REJECTS,
            "长度按字符数而非字节数计算",
            "Length counts characters, not bytes",
            "先把文本编码为 UTF-8，再按字节数计算长度。",
            "Encode the text as UTF-8 first, then count its bytes."),
    LENGTH_COUNTS_ENVELOPE(
            Gravity.REJECTS,
            "长度多计了包头、CRC 或包尾",
            "Length counts head, CRC or tail as well",
            "长度只计数据段：从第一个字段到最后的 &&。",
            "Count the data segment only: from the first field to the closing &&."),
    TRUNCATED(
            Gravity.REJECTS,
            "数据帧不完整",
            "Frame cut off",
            "检查设备发送缓冲区、中继转发和网络；设备应重发。",
            "Look at the send buffer of the device, at relays and at the line; the device should send again."),
    CRC_MISMATCH(
            Gravity.REJECTS,
            "CRC 校验错误",
            "CRC does not match",
            "按 HJ 212-2017 附录 A 的算法对数据段的字节计算 CRC。",
            "Compute the CRC of HJ 212-2017 appendix A over the bytes of the data segment."),
    CRC_NOT_HEX(
            Gravity.REJECTS,
            "CRC 不是 4 位十六进制数",
            "CRC is not four hex digits",
            "CRC 写成 4 位十六进制数，高位在前。",
            "Write the CRC as four hex digits, high byte first."),
    CRC_IS_MODBUS(
            Gravity.REJECTS,
            "CRC 用了 CRC-16/MODBUS 算法",
            "CRC looks like MODBUS",
            "改用 HJ 212 的算法：先把寄存器右移 8 位，再与字节异或，低字节不保留。",
            "Use the algorithm of HJ 212: shift the register right by eight bits first, then XOR the byte; the low byte is dropped."),
    CRC_IS_ARC(
            Gravity.REJECTS,
            "CRC 用了 CRC-16/ARC 算法",
            "CRC looks like CRC-16/ARC",
            "改用 HJ 212 的算法，寄存器初值为 FFFF。",
            "Use the algorithm of HJ 212, with the register starting at FFFF."),
    CRC_BYTES_SWAPPED(
            Gravity.REJECTS,
            "CRC 高低字节颠倒",
            "CRC bytes are swapped",
            "CRC 高字节在前。",
            "Send the high byte of the CRC first."),
    CRC_COVERS_HEAD(
            Gravity.REJECTS,
            "CRC 把 ## 和长度也算了进去",
            "CRC covers ## and length too",
            "CRC 只对数据段计算。",
            "Compute the CRC over the data segment only."),
    CRC_IMPOSSIBLE(
            Gravity.REJECTS,
            "此 CRC 不可能由 HJ 212 算法得出",
            "CRC was not made by the HJ 212 algorithm",
            "HJ 212 的 CRC 低字节只能是 00、01、40、41、80、81、C0、C1；请核对设备的 CRC 程序。",
            "The low byte of an HJ 212 CRC is one of 00 01 40 41 80 81 C0 C1: check the CRC routine of the device."),
    ENCRYPTED_WITHOUT_KEY(
            Gravity.REJECTS,
            "数据区疑似已加密，但没有密钥",
            "Data area looks encrypted and no key is known",
            "在平台的设备设置中登记该设备的 SM4 密钥。",
            "Enter the SM4 key of the device in its settings."),
    SM4_KEY_WRONG(
            Gravity.REJECTS,
            "用登记的 SM4 密钥解密后仍不符",
            "The registered SM4 key does not open the data area",
            "核对设备与平台的密钥，必要时用 1014 命令更换。",
            "Compare the keys of device and platform; renew them with command 1014 where needed."),
    SEGMENT_OVER_1024(
            Gravity.WARNING,
            "数据段超过 1024 字节",
            "Data segment over 1024 bytes",
            "标准规定数据段最长 1024 字节，超出应分包。",
            "The standard allows 1024 bytes: split longer data into sub-packets."),
    NO_ST(Gravity.WARNING, "缺少系统编码 ST", "No ST", "发送 ST，例如 ST=32。", "Send ST, such as ST=32."),
    NO_CN(Gravity.WARNING, "缺少命令编码 CN", "No CN", "发送 CN，例如 CN=2011。", "Send CN, such as CN=2011."),
    NO_MN(
            Gravity.WARNING,
            "缺少设备标识 MN",
            "No MN",
            "发送 MN，否则平台无法识别设备。",
            "Send MN: without it nobody knows whose data it is."),
    MN_LENGTH(
            Gravity.NOTE,
            "MN 长度不合规范",
            "MN has an unusual length",
            "2005 版 MN 为 14 位，2017 和 2025 版为 24 位。",
            "MN has 14 characters in 2005, 24 in 2017 and 2025."),
    QN_MALFORMED(
            Gravity.WARNING,
            "QN 格式错误",
            "QN is malformed",
            "QN 为 17 位数字 YYYYMMDDhhmmsszzz，且须是存在的时间。",
            "QN is 17 digits YYYYMMDDhhmmsszzz that name an existing time."),
    FLAG_INVALID(
            Gravity.WARNING,
            "Flag 不是 0 到 255 的数",
            "Flag is no number from 0 to 255",
            "Flag 写十进制数，例如 Flag=5。",
            "Write Flag as a decimal number, such as Flag=5."),
    FLAG_VERSION_UNKNOWN(
            Gravity.WARNING,
            "Flag 的版本号未知",
            "Flag names an unknown version",
            "Flag 第 2 至 7 位：0 为 2005，1 为 2017，2 为 2025。",
            "Bits 2 to 7 of Flag: 0 is 2005, 1 is 2017, 2 is 2025."),
    EDITION_DIFFERS(
            Gravity.NOTE,
            "Flag 的版本与设备登记的版本不同",
            "Flag names another edition than the device declares",
            "核对设备设置中的协议版本与设备程序。",
            "Compare the edition in the settings of the device with its firmware."),
    CP_MALFORMED(
            Gravity.WARNING,
            "数据区 CP 格式错误",
            "CP is not well formed",
            "数据区写成 CP=&&...&&，并放在数据段最后。",
            "Write the data area as CP=&&...&& at the end of the data segment."),
    HEADER_AFTER_CP(
            Gravity.WARNING, "字段出现在数据区之后", "Header field after CP", "把该字段移到 CP 之前。", "Move the field before CP."),
    HEADER_REPEATED(
            Gravity.WARNING,
            "字段重复",
            "Header field repeated",
            "每个字段只发送一次；平台取第一个。",
            "Send the field once; the first one is used."),
    HEADER_UNKNOWN(
            Gravity.NOTE,
            "未知字段",
            "Unknown header field",
            "HJ 212 没有此字段；已原样保留。",
            "HJ 212 has no such field; it is kept as it came."),
    HEADER_KEY_CASE(
            Gravity.NOTE,
            "字段名大小写不符",
            "Header key in the wrong case",
            "按标准的大小写书写字段名，例如 Flag。",
            "Write the key as the standard does, such as Flag."),
    PACKET_NUMBERS_MISSING(
            Gravity.WARNING,
            "Flag 表示分包但缺少 PNUM、PNO",
            "Flag announces packet numbers, PNUM or PNO is missing",
            "补上 PNUM、PNO，或把 Flag 第 1 位清零。",
            "Send PNUM and PNO, or clear bit 1 of Flag."),
    PACKET_NUMBERS_UNANNOUNCED(
            Gravity.NOTE,
            "有 PNUM、PNO 但 Flag 未表示分包",
            "PNUM and PNO without bit 1 of Flag",
            "把 Flag 第 1 位置 1。",
            "Set bit 1 of Flag."),
    PACKET_NUMBERS_IN_CP(
            Gravity.NOTE,
            "PNUM、PNO 写在数据区内",
            "PNUM or PNO inside CP",
            "把 PNUM、PNO 移到 CP 之前。",
            "Move PNUM and PNO before CP."),
    PACKET_NUMBERS_INVALID(
            Gravity.WARNING,
            "PNUM、PNO 无效",
            "PNUM or PNO makes no sense",
            "PNO 从 1 到 PNUM。",
            "PNO runs from 1 to PNUM."),
    NO_DATATIME(
            Gravity.WARNING,
            "数据没有 DataTime",
            "Data without DataTime",
            "在数据区开头发送 DataTime=YYYYMMDDhhmmss。",
            "Start the data area with DataTime=YYYYMMDDhhmmss."),
    TIME_MALFORMED(
            Gravity.WARNING,
            "时间格式错误",
            "Time is malformed",
            "时间写成 14 位数字 YYYYMMDDhhmmss。",
            "Write a time as 14 digits YYYYMMDDhhmmss."),
    TIME_IMPOSSIBLE(
            Gravity.WARNING,
            "不存在的时间",
            "No such time",
            "检查设备时钟和取整程序。",
            "Check the clock of the device and how it rounds times."),
    TIME_WITH_MILLISECONDS(
            Gravity.NOTE,
            "时间带毫秒（17 位）",
            "Time with milliseconds (17 digits)",
            "DataTime 只写 14 位，不带毫秒。",
            "Write DataTime as 14 digits, without milliseconds."),
    TEXT_IS_GBK(
            Gravity.NOTE, "文本为 GBK 编码", "Text is GBK", "改用 UTF-8（HJ 212-2017 6.3）。", "Send UTF-8 (HJ 212-2017 6.3)."),
    TEXT_UNREADABLE(
            Gravity.WARNING,
            "文本既非 UTF-8 也非 GBK",
            "Text is neither UTF-8 nor GBK",
            "改用 UTF-8；字节已原样保留。",
            "Send UTF-8; the bytes are kept as they came."),
    NO_TAIL(Gravity.NOTE, "没有回车换行", "No CRLF at the end", "在 CRC 之后发送回车换行。", "Send CR LF after the CRC."),
    TAIL_NOT_CRLF(Gravity.NOTE, "包尾不是回车换行", "Tail is not CRLF", "包尾应为 CR LF 两个字节。", "The tail is the two bytes CR LF."),
    CRC_LOWER_CASE(Gravity.NOTE, "CRC 用了小写字母", "CRC in lower case", "CRC 用大写字母。", "Write the CRC in upper case."),
    NO_QN(
            Gravity.NOTE,
            "缺少请求编码 QN",
            "No QN",
            "发送 QN；没有 QN 的数据无法应答。",
            "Send QN: data without it cannot be acknowledged."),
    NO_FLAG(
            Gravity.NOTE,
            "缺少标志 Flag",
            "No Flag",
            "发送 Flag；缺少时按 2005 版、不需应答处理。",
            "Send Flag: without it the frame counts as 2005 and no answer is wanted."),
    NO_PW(Gravity.NOTE, "缺少密码 PW", "No PW", "发送 PW。", "Send PW."),
    STRAY_SEPARATOR(
            Gravity.NOTE, "多余的分隔符", "Stray separator", "去掉多余的分号或逗号。", "Leave out the surplus semicolon or comma."),
    FIELD_WITHOUT_VALUE(
            Gravity.NOTE, "字段没有等号", "Field without an equals sign", "字段写成 名称=值。", "Write a field as key=value."),
    KEY_WITH_SPACES(
            Gravity.NOTE,
            "字段名带有空白",
            "Blank around a key",
            "去掉字段名前后的空格和换行。",
            "Leave out blanks and line breaks around the key."),
    MARK_WITHOUT_FACTOR(
            Gravity.NOTE,
            "数据标记没有因子编码",
            "Data mark without a factor",
            "写成 因子-Flag=N，例如 a34001-Flag=N。",
            "Write factor-Flag=N, such as a34001-Flag=N."),
    UNKNOWN_FACTOR(
            Gravity.NOTE,
            "未知因子编码",
            "Unknown factor code",
            "使用标准附录 B 的编码，或在平台登记该编码的含义。",
            "Use the codes of appendix B, or enter the meaning of this one in the platform."),
    UNKNOWN_SUFFIX(
            Gravity.NOTE,
            "未知后缀",
            "Unknown suffix",
            "标准没有此后缀；已原样保留。",
            "The standard has no such suffix; it is kept as it came."),
    EMPTY_VALUE(
            Gravity.NOTE,
            "值为空",
            "Empty value",
            "没有数值时不发送该字段，并用数据标记说明原因。",
            "Leave the field out where there is no value, and say why with the data mark."),
    NOT_A_NUMBER(
            Gravity.NOTE, "不是数值", "Not a number", "数值只含数字、小数点和负号。", "A value is digits, point and minus sign only."),
    NUMBER_WITH_EXPONENT(
            Gravity.NOTE,
            "科学计数法",
            "Number with an exponent",
            "把数值写成小数，例如 0.000012。",
            "Write the number out, such as 0.000012."),
    SENTINEL_VALUE(
            Gravity.NOTE,
            "疑似占位值",
            "Looks like a placeholder",
            "没有数值时用数据标记说明，不要用 -99、9999 等代替。",
            "Where there is no value say so with the data mark, not with -99 or 9999.");

    /** What a finding does to the frame. */
    public enum Gravity {
        /** The frame is not used. */
        REJECTS,
        /** The frame is used; its sender should be mended. */
        WARNING,
        /** Common and harmless. */
        NOTE
    }

    private final Gravity gravity;
    private final String titleZh;
    private final String titleEn;
    private final String remedyZh;
    private final String remedyEn;

    FindingCode(Gravity gravity, String titleZh, String titleEn, String remedyZh, String remedyEn) {
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
