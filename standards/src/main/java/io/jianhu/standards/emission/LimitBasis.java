package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.util.Arrays;
import java.util.Optional;

/** The value that a limit is compared with: the averaging that the standard asks for. */
public enum LimitBasis {
    HOUR("1h", new Text("小时均值", "hourly mean")),
    DAY("24h", new Text("日均值", "daily mean")),
    FIVE_MINUTES("5min", new Text("五分钟均值", "5 min mean")),
    SAMPLING("sampling-mean", new Text("测定均值", "mean of the samples")),
    SINGLE("single", new Text("一次最大值", "any single value")),
    MAX_OF_FOUR("max-of-4", new Text("每 2 h 一次共 4 次的最大值", "highest of 4 samples, one each 2 h")),
    MEAN_OF_FIVE("mean-of-5", new Text("5 次 10 min 样品均值", "mean of 5 samples of 10 min")),
    /** The row of the standard names none. */
    UNSPECIFIED("", new Text("未规定", "not specified"));

    private final String label;
    private final Text title;

    LimitBasis(String label, Text title) {
        this.label = label;
        this.title = title;
    }

    /** The word in the rule files. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }

    public static Optional<LimitBasis> findBasis(String label) {
        return Arrays.stream(values())
                .filter(basis -> basis.label.equals(label))
                .findFirst();
    }
}
