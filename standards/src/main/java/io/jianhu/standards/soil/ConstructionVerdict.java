package io.jianhu.standards.soil;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the sample asks for.
 *
 * @param items every item judged, in the order of the standard
 * @param deciding the item of the highest risk that lies highest above the limit it is held against
 */
public record ConstructionVerdict(ConstructionRisk risk, LandClass land, List<Item> items, Item deciding) {

    /** The items above their screening value that the background does not explain. */
    public List<String> listExceeded() {
        return items.stream()
                .filter(item -> item.risk() != ConstructionRisk.NEGLIGIBLE)
                .map(Item::item)
                .toList();
    }

    /**
     * One item.
     *
     * @param content the content reported, empty when below the detection limit
     * @param screening risk screening value, mg/kg
     * @param intervention risk intervention value, mg/kg
     * @param isBackground above the screening value, but not above the soil background of the place
     */
    public record Item(
            String item,
            Optional<BigDecimal> content,
            BigDecimal screening,
            BigDecimal intervention,
            ConstructionRisk risk,
            boolean isBackground) {

        private BigDecimal yardstick() {
            return risk == ConstructionRisk.CONTROL_OR_REMEDIATION ? intervention : screening;
        }

        /** Whether this content lies higher above its yardstick than the other; compared as products, without division. */
        boolean liesHigherThan(Item other) {
            BigDecimal mine = content.orElse(BigDecimal.ZERO).multiply(other.yardstick());
            BigDecimal others = other.content.orElse(BigDecimal.ZERO).multiply(yardstick());
            return mine.compareTo(others) > 0;
        }
    }
}
