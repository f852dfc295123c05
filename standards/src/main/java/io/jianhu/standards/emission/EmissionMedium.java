package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.util.Arrays;
import java.util.Optional;

/** What an outlet gives off, or where around a source it is measured. */
public enum EmissionMedium {
    WATER("water", new Text("废水", "waste water")),
    GAS("gas", new Text("有组织废气", "gas of a stack")),
    BOUNDARY_AIR("boundary-air", new Text("厂界（无组织）", "air at the boundary")),
    IN_PLANT_AIR("in-plant-air", new Text("厂区内、车间", "air inside the plant")),
    FURNACE("furnace", new Text("炉膛", "furnace"));

    private final String label;
    private final Text title;

    EmissionMedium(String label, Text title) {
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

    public static Optional<EmissionMedium> findMedium(String label) {
        return Arrays.stream(values())
                .filter(medium -> medium.label.equals(label))
                .findFirst();
    }

    static EmissionMedium getMedium(String label) {
        return findMedium(label).orElseThrow(() -> new IllegalStateException("no medium called " + label));
    }
}
