package io.jianhu.standards.plan;

/** An index of ecological quality, 0 to 100. */
public enum EcoIndex {
    /** 生态质量指数, since the data of 2021. */
    EQI("区域生态质量评价"),
    /** 生态环境状况指数 of HJ 192-2015, the older one. */
    EI("HJ 192");

    private final String family;

    EcoIndex(String family) {
        this.family = family;
    }

    /** What the editions that define it share. */
    String family() {
        return family;
    }
}
