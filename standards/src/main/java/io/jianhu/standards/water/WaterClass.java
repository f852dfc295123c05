package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.util.List;
import java.util.Optional;

/** Classes of surface water (GB 3838) and, without the last, of groundwater (GB/T 14848), best first. */
public enum WaterClass {
    I("I", "I 类", "class I"),
    II("II", "II 类", "class II"),
    III("III", "III 类", "class III"),
    IV("IV", "IV 类", "class IV"),
    V("V", "V 类", "class V"),
    WORSE_THAN_V("劣V", "劣 V 类", "worse than class V");

    /** The classes that a zone can have as its target: those with limits. */
    public static final List<WaterClass> TARGETS = List.of(I, II, III, IV, V);

    private final String label;
    private final Text title;

    WaterClass(String label, String zh, String en) {
        this.label = label;
        this.title = new Text(zh, en);
    }

    /** The short form of bulletins: {@code I} … {@code V}, {@code 劣V}. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }

    public boolean isWorseThan(WaterClass other) {
        return compareTo(other) > 0;
    }

    public static Optional<WaterClass> findByLabel(String label) {
        return List.of(values()).stream()
                .filter(waterClass -> waterClass.label.equals(label))
                .findFirst();
    }
}
