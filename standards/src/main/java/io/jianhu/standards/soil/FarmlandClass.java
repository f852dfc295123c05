package io.jianhu.standards.soil;

import io.jianhu.standards.Text;

/** The three classes of farmland, from clean to polluted. */
public enum FarmlandClass {
    /** No content above its screening value. */
    PRIORITY_PROTECTION(new Text("优先保护类", "priority protection")),
    /** Some content above its screening value, none above its intervention value. */
    SAFE_USE(new Text("安全利用类", "safe use")),
    /** Some content above its intervention value. */
    STRICT_CONTROL(new Text("严格管控类", "strict control"));

    private final Text title;

    FarmlandClass(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
