package io.jianhu.hj212;

/**
 * Every defect the codec can name. The name is stable: it is stored, counted and shown.
 *
 * <p>A code tells its gravity, a title and a remedy in Chinese and in English.
 */
public enum FindingCode {
    CRC_MISMATCH(
            Gravity.REJECTS,
            "CRC 不符",
            "CRC does not match",
            "按 HJ 212 附录 A 的算法对数据段字节计算 CRC。",
            "Compute the CRC of HJ 212 appendix A over the bytes of the data segment.");

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
