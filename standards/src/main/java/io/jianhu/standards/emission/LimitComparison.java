package io.jianhu.standards.emission;

/** How a value is held against a limit. A value on the limit complies. */
public enum LimitComparison {
    AT_MOST("le", "≤"),
    AT_LEAST("ge", "≥"),
    /** Inside both bounds, such as pH 6~9. */
    RANGE("range", "~"),
    /** 不得检出: any detected value exceeds. */
    NOT_DETECTED("not-detected", "不得检出"),
    /** 肉眼不可见: judged by eye, never by number. */
    INVISIBLE("invisible", "肉眼不可见");

    private final String label;
    private final String sign;

    LimitComparison(String label, String sign) {
        this.label = label;
        this.sign = sign;
    }

    /** The word in the rule files. */
    public String label() {
        return label;
    }

    /** The sign before the number. */
    public String sign() {
        return sign;
    }

    static LimitComparison ofLabel(String label) {
        for (LimitComparison comparison : values()) {
            if (comparison.label.equals(label)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("no comparison called " + label);
    }
}
