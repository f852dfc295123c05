package io.jianhu.standards.water;

import io.jianhu.standards.Rule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GB 3838 table 1 for one kind of water body on one day. */
final class SurfaceLimits {

    /** What becomes of an item in the evaluation. */
    enum Role {
        /** One of the 21 items. */
        SECTION("section"),
        /** Has classes, but is evaluated apart. */
        REFERENCE("reference"),
        /** Has no class. */
        NONE("none"),
        /** Stands for another item in class I. */
        ALTERNATIVE("alternative");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        static Role of(Rule rule) {
            for (Role role : values()) {
                if (role.label.equals(rule.text("role"))) {
                    return role;
                }
            }
            throw new IllegalStateException(rule.id() + ": no role " + rule.text("role"));
        }
    }

    static final String SATURATION = "DO_saturation";
    private static final List<String> CLASS_COLUMNS =
            WaterClass.TARGETS.stream().map(WaterClass::label).toList();

    private final Map<String, ItemLimits> limits = new LinkedHashMap<>();

    private SurfaceLimits(List<Rule> rows, WaterBody body) {
        for (Rule row : rows) {
            String holdsFor = row.text("body");
            if (holdsFor.equals("both") || holdsFor.equals(body.label())) {
                limits.put(row.text("factor"), ItemLimits.of(row, CLASS_COLUMNS));
            }
        }
    }

    static SurfaceLimits of(WaterRules rules, WaterBody body, LocalDate day) {
        return new SurfaceLimits(rules.listOn("water-surface", day), body);
    }

    /** Every item of the table, whatever the body and the day. */
    static List<WaterItem> listItems(WaterRules rules) {
        Map<String, WaterItem> items = new LinkedHashMap<>();
        rules.listAll("water-surface")
                .forEach(row -> items.putIfAbsent(
                        row.text("factor"), ItemLimits.of(row, CLASS_COLUMNS).toItem()));
        return List.copyOf(items.values());
    }

    Optional<ItemLimits> find(String factor) {
        return Optional.ofNullable(limits.get(factor));
    }

    List<ItemLimits> listWith(Role role) {
        return limits.values().stream().filter(item -> roleOf(item) == role).toList();
    }

    List<ItemLimits> listAll() {
        return List.copyOf(limits.values());
    }

    static Role roleOf(ItemLimits item) {
        return Role.of(item.rule());
    }

    static boolean hasMultiple(ItemLimits item) {
        return item.rule().text("multiple").equals("yes");
    }

    /** Cyanide and heavy metals. */
    static boolean hasPriority(ItemLimits item) {
        return item.rule().text("priority").equals("yes");
    }

    static String drinkingRole(ItemLimits item) {
        return item.rule().text("drinking");
    }
}
