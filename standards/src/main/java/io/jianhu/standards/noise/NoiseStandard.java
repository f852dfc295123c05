package io.jianhu.standards.noise;

import io.jianhu.standards.Text;

/** What a level is held against. */
public enum NoiseStandard {
    /** The acoustic environment of a function area. */
    AMBIENT("GB 3096", new Text("声环境质量", "acoustic environment")),
    /** The boundary of an industrial enterprise. */
    BOUNDARY("GB 12348", new Text("工业企业厂界噪声", "industrial boundary")),
    /** The boundary of a building site; without classes of area. */
    CONSTRUCTION("GB 12523", new Text("建筑施工噪声", "construction site"));

    private final String family;
    private final Text title;

    NoiseStandard(String family, Text title) {
        this.family = family;
        this.title = title;
    }

    /** What its editions share, such as {@code GB 3096}. */
    public String family() {
        return family;
    }

    public Text title() {
        return title;
    }

    /** How the standard names the class: boundaries in 4a and 4b are of class 4, building sites have no class. */
    String zoneOf(String zone) {
        return switch (this) {
            case AMBIENT -> zone;
            case BOUNDARY -> zone.equals("4a") || zone.equals("4b") ? "4" : zone;
            case CONSTRUCTION -> "";
        };
    }
}
