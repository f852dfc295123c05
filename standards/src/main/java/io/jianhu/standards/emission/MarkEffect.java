package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.util.Locale;

/**
 * What a mark does to the data it covers.
 *
 * @param countsHours whether its hours count against the yearly hours of start-up, shut-down and fault
 */
public record MarkEffect(Text title, Statistics statistics, Compliance compliance, boolean countsHours) {

    /** In means, rates and completeness. */
    public enum Statistics {
        USE,
        /** Used, and the result says so. */
        USE_FLAGGED,
        /** Not used; the hour is missing. */
        DROP,
        /** Not used; the hour is not due. */
        STOPPED
    }

    /** In the comparison with a limit. */
    public enum Compliance {
        JUDGE,
        /** Judged, and the verdict says so. */
        JUDGE_FLAGGED,
        /** No evidence of exceedance. */
        EXCLUDE,
        /** Only dust is judged, by the limit of start-up and fault. */
        DUST_ONLY,
        /** The rule of the industry or an officer decides. */
        BY_RULE
    }

    /** What a value without a mark is. */
    static final MarkEffect NONE = new MarkEffect(new Text("无标记", "no mark"), Statistics.USE, Compliance.JUDGE, false);

    MarkEffect byOfficer() {
        return new MarkEffect(title, Statistics.USE_FLAGGED, Compliance.BY_RULE, countsHours);
    }

    static Statistics statistics(String label) {
        return Statistics.valueOf(upper(label));
    }

    static Compliance compliance(String label) {
        return Compliance.valueOf(upper(label));
    }

    private static String upper(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
