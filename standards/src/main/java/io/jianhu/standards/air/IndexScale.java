package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The breakpoints of one factor and averaging time, HJ 633-2012 table 1 and HJ 633-2026 table 3: straight lines from node to
 * node.
 *
 * @param nodes ascending, the first at concentration 0
 * @param unit of the concentrations
 * @param instead the averaging time whose index stands in above the last node; empty where the last index stays
 */
public record IndexScale(Rule rule, AirItem item, List<Node> nodes, String unit, Optional<Averaging> instead) {

    private static final String TOP = "top";
    private static final String NODE_COLUMN = "c\\d+";
    /** Far more than a line between two nodes needs: a rest is never smaller than 1 over the widest step. */
    private static final int DECIMALS = 20;

    /**
     * Where a line ends.
     *
     * @param index the individual index there
     */
    public record Node(int index, BigDecimal concentration) {}

    static IndexScale of(Rule rule) {
        List<Node> nodes = rule.cells().keySet().stream()
                .filter(column -> column.matches(NODE_COLUMN))
                .filter(column -> rule.findText(column).isPresent())
                .map(column -> new Node(Integer.parseInt(column.substring(1)), rule.getNumber(column)))
                .toList();
        return new IndexScale(
                rule,
                new AirItem(rule.text("factor"), Averaging.ofLabel(rule.text("averaging"))),
                nodes,
                rule.text("unit"),
                Optional.of(rule.text("above"))
                        .filter(above -> !above.equals(TOP))
                        .map(Averaging::ofLabel));
    }

    /** Whether the concentration lies above the last node. */
    public boolean endsBelow(BigDecimal concentration) {
        return concentration.compareTo(nodes.getLast().concentration()) > 0;
    }

    /**
     * The individual index, any rest up to the next integer. Empty above the last node where another averaging time stands
     * in.
     *
     * @param concentration not negative, already rounded as the report asks
     */
    public Optional<Integer> findIndex(BigDecimal concentration) {
        return findExact(concentration)
                .map(exact -> exact.setScale(0, RoundingMode.CEILING).intValueExact());
    }

    /**
     * The index before it is rounded up. Its last decimal is cut off, so that an index that is exactly an integer stays that
     * integer and every other keeps a rest.
     */
    Optional<BigDecimal> findExact(BigDecimal concentration) {
        if (endsBelow(concentration)) {
            return instead.isPresent()
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(nodes.getLast().index()));
        }
        Node high = nodeAtOrAbove(concentration);
        if (high.concentration().compareTo(concentration) == 0) {
            return Optional.of(BigDecimal.valueOf(high.index()));
        }
        Node low = nodes.get(nodes.indexOf(high) - 1);
        BigDecimal rise = BigDecimal.valueOf((long) high.index() - low.index())
                .multiply(concentration.subtract(low.concentration()));
        BigDecimal run = high.concentration().subtract(low.concentration());
        return Optional.of(rise.divide(run, DECIMALS, RoundingMode.DOWN).add(BigDecimal.valueOf(low.index())));
    }

    /** The line of the calculation with its numbers. */
    String formula(BigDecimal concentration) {
        String c = concentration.toPlainString();
        if (endsBelow(concentration)) {
            return c + " > " + nodes.getLast().concentration().toPlainString();
        }
        Node high = nodeAtOrAbove(concentration);
        int position = nodes.indexOf(high);
        if (position == 0) {
            return c + " → " + high.index();
        }
        Node low = nodes.get(position - 1);
        return "(%d-%d)/(%s-%s)×(%s-%s)+%d"
                .formatted(
                        high.index(),
                        low.index(),
                        high.concentration().toPlainString(),
                        low.concentration().toPlainString(),
                        c,
                        low.concentration().toPlainString(),
                        low.index());
    }

    private Node nodeAtOrAbove(BigDecimal concentration) {
        return nodes.stream()
                .filter(node -> node.concentration().compareTo(concentration) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
