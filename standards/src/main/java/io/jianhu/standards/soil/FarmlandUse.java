package io.jianhu.standards.soil;

import io.jianhu.standards.Text;

/** How farmland is used, as far as GB 15618 tells uses apart. */
public enum FarmlandUse {
    PADDY(new Text("水田", "paddy field"), "paddy"),
    UPLAND(new Text("旱地", "upland")),
    ORCHARD(new Text("果园", "orchard"), "orchard"),
    OTHER(new Text("其他", "other")),
    /** Takes the stricter of the paddy and the other value. */
    ROTATION(new Text("水旱轮作", "paddy-upland rotation"), "paddy");

    private final Text title;
    private final String named;

    FarmlandUse(Text title) {
        this(title, "");
    }

    FarmlandUse(Text title, String named) {
        this.title = title;
        this.named = named;
    }

    public Text title() {
        return title;
    }

    /** Whether a row for the land is meant for this use by its name, and not only as "other" or "all". */
    boolean isNamed(String land) {
        return named.equals(land);
    }
}
