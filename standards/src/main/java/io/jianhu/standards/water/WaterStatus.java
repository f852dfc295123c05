package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.util.Optional;

/** Status of a section, river or basin, best first (环办[2011]22号). */
public enum WaterStatus {
    EXCELLENT("优", "excellent"),
    GOOD("良好", "good"),
    LIGHT("轻度污染", "light pollution"),
    MODERATE("中度污染", "moderate pollution"),
    HEAVY("重度污染", "heavy pollution");

    private final Text title;

    WaterStatus(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }

    public static Optional<WaterStatus> findByLabel(String zh) {
        for (WaterStatus status : values()) {
            if (status.title.zh().equals(zh)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
