package io.jianhu.hj212;

import java.util.Optional;

/** Result of a request in 9011 (HJ 212-2017 table 7). HJ/T 212-2005 knows only the first three. */
public enum QnRtn {
    READY(1, "准备执行请求", "ready to carry out the request"),
    REFUSED(2, "请求被拒绝", "request refused"),
    BAD_PASSWORD(3, "PW 错误", "password wrong"),
    BAD_MN(4, "MN 错误", "device number wrong"),
    BAD_ST(5, "ST 错误", "system code wrong"),
    BAD_FLAG(6, "Flag 错误", "flag wrong"),
    BAD_QN(7, "QN 错误", "exchange number wrong"),
    BAD_CN(8, "CN 错误", "command code wrong"),
    BAD_CRC(9, "CRC 校验错误", "CRC wrong"),
    UNKNOWN(100, "未知错误", "unknown error");

    private final int code;
    private final String nameZh;
    private final String nameEn;

    QnRtn(int code, String nameZh, String nameEn) {
        this.code = code;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The result a text on the wire names, leading zeros allowed. */
    public static Optional<QnRtn> find(String text) {
        for (QnRtn result : values()) {
            if (ReturnCodes.matches(text, result.code)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** The nearest result the edition can say: 2005 has no code beyond 3. */
    QnRtn in(Edition edition) {
        return edition == Edition.HJT_212_2005 && code > BAD_PASSWORD.code ? REFUSED : this;
    }
}
