package io.jianhu.standards.soil;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The class of a farmland sample.
 *
 * @param soil the class of the worst item
 * @param items every item judged, in the order of the standard
 * @param deciding the item of the worst class that lies highest above the limit it is held against
 */
public record FarmlandVerdict(FarmlandClass soil, List<Item> items, Item deciding) {

    /**
     * One item.
     *
     * @param content the content reported, empty when below the detection limit
     * @param screening risk screening value, mg/kg
     * @param intervention risk intervention value, mg/kg; Cu, Ni, Zn and the organic items have none
     */
    public record Item(
            String item,
            Optional<BigDecimal> content,
            BigDecimal screening,
            Optional<BigDecimal> intervention,
            FarmlandClass soil) {

        /** What the content is measured against: the intervention value of a strict-control item, else the screening value. */
        BigDecimal yardstick() {
            return soil == FarmlandClass.STRICT_CONTROL ? intervention.orElse(screening) : screening;
        }

        /** Whether this content lies higher above its yardstick than the other; compared as products, without division. */
        boolean liesHigherThan(Item other) {
            BigDecimal mine = content.orElse(BigDecimal.ZERO).multiply(other.yardstick());
            BigDecimal others = other.content.orElse(BigDecimal.ZERO).multiply(yardstick());
            return mine.compareTo(others) > 0;
        }
    }
}
