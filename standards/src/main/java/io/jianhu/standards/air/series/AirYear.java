package io.jianhu.standards.air.series;

import io.jianhu.standards.Text;
import java.util.List;
import java.util.Map;

/**
 * The annual evaluation of a station or city.
 *
 * @param items by factor; a factor without any valid day is missing
 * @param missing the factors of the table that are missing or whose year is not valid
 */
public record AirYear(int year, Map<String, ItemYear> items, List<String> missing, Verdict verdict) {

    /** What the six items say together. */
    public enum Verdict {
        /** Every item is valid and attains both its limits. */
        ATTAINED(new Text("达标", "attained")),
        /** At least one valid item does not. */
        NOT_ATTAINED(new Text("不达标", "not attained")),
        /** No valid item fails, but not every item is valid. */
        INCOMPLETE(new Text("数据不完整，不作结论", "incomplete: no verdict"));

        private final Text title;

        Verdict(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    public AirYear {
        missing = List.copyOf(missing);
    }
}
