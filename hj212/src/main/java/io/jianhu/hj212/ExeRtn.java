package io.jianhu.hj212;

import java.util.Optional;

/** Result of an execution in 9012 (HJ 212-2017 table 6). HJ/T 212-2005 knows 1, 2, 3 and 100. */
public enum ExeRtn {
    SUCCESS(1, "执行成功", "carried out"),
    FAILED(2, "执行失败，但不知道原因", "failed, reason unknown"),
    BAD_CONDITION(3, "命令请求条件错误", "conditions of the request wrong"),
    TIMEOUT(4, "通讯超时", "communication timed out"),
    BUSY(5, "系统繁忙不能执行", "system busy"),
    FAULT(6, "系统故障", "system fault"),
    NO_DATA(100, "没有数据", "no data");

    private final int code;
    private final String nameZh;
    private final String nameEn;

    ExeRtn(int code, String nameZh, String nameEn) {
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
    public static Optional<ExeRtn> find(String text) {
        for (ExeRtn result : values()) {
            if (ReturnCodes.matches(text, result.code)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** The nearest result the edition can say: 2005 has no code 4, 5 and 6. */
    ExeRtn in(Edition edition) {
        return edition == Edition.HJT_212_2005 && code > BAD_CONDITION.code && this != NO_DATA ? FAILED : this;
    }
}
