package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the index of HJ 633, on random air")
class AirIndexPropertyTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");
    private static final List<LocalDate> DAYS = List.of(OLD, NEW);
    private static final int ROUNDS = 2_000;

    private final AirIndex index = AirIndex.of(RuleBook.load());
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @BeforeEach
    void printSeed() {
        System.out.println("AirIndexPropertyTest seed " + seed);
    }

    /**
     * The tables once more, as a reader of the standard types them, in tenths of a unit, and whole-number arithmetic: nothing of
     * the library.
     */
    private static final class Oracle {

        private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};
        private static final Map<String, int[]> SCALES = Map.of(
                "SO2 24h", new int[] {0, 50, 150, 475, 800, 1600, 2100, 2620},
                "NO2 24h", new int[] {0, 40, 80, 180, 280, 565, 750, 940},
                "CO 24h", new int[] {0, 2, 4, 14, 24, 36, 48, 60},
                "O3 day-max-8h", new int[] {0, 100, 160, 215, 265, 800},
                "PM10 24h", new int[] {0, 50, 150, 250, 350, 420, 500, 600},
                "PM2.5 24h", new int[] {0, 35, 75, 115, 150, 250, 350, 500});

        static int index(String item, long tenths, boolean edition2026) {
            int[] nodes = Objects.requireNonNull(SCALES.get(item)).clone();
            if (edition2026 && item.startsWith("PM")) {
                nodes[2] = item.startsWith("PM10") ? 120 : 60;
            }
            long c = item.startsWith("CO") ? tenths : 10 * halfEven(tenths);
            for (int i = 1; i < nodes.length; i++) {
                if (c <= 10L * nodes[i]) {
                    long rise = (INDEX[i] - INDEX[i - 1]) * (c - 10L * nodes[i - 1]);
                    long run = 10L * (nodes[i] - nodes[i - 1]);
                    return INDEX[i - 1] + (int) ((rise + run - 1) / run);
                }
            }
            return INDEX[nodes.length - 1];
        }

        private static long halfEven(long tenths) {
            long whole = tenths / 10;
            long rest = tenths % 10;
            return rest > 5 || (rest == 5 && whole % 2 == 1) ? whole + 1 : whole;
        }
    }

    private Map<AirItem, BigDecimal> randomDay() {
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (AirItem item :
                index.listItems(NEW, Report.DAILY).stream().map(IndexItem::item).toList()) {
            if (random.nextInt(4) > 0) {
                BigDecimal top =
                        index.getScale(NEW, scale(item)).nodes().getLast().concentration();
                values.put(item, BigDecimal.valueOf(random.nextLong(top.longValueExact() * 11), 1));
            }
        }
        if (values.isEmpty()) {
            values.put(new AirItem("PM2.5", Averaging.DAY), BigDecimal.TEN);
        }
        return values;
    }

    private static AirItem scale(AirItem item) {
        return item.averaging() == Averaging.DAY_MAX_EIGHT_HOURS
                ? new AirItem(item.factor(), Averaging.EIGHT_HOURS)
                : item;
    }

    @Test
    @Clause({"HJ 633-2012 表1", "HJ 633-2026 表3"})
    void agrees_with_whole_number_arithmetic_on_tables_typed_anew() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<AirItem, BigDecimal> values = randomDay();
            for (LocalDate day : DAYS) {
                Judgement<Aqi> judged = index.judge(day, Report.DAILY, values);
                List<ItemIndex> items = judged.findValue().map(Aqi::items).orElse(List.of());
                for (ItemIndex item : items) {
                    BigDecimal value = Objects.requireNonNull(values.get(item.item()));
                    int expected = Oracle.index(
                            item.item().toString(), value.movePointRight(1).longValueExact(), day.equals(NEW));
                    if (item.index().isPresent()) {
                        assertThat(item.index().get())
                                .as("%s %s on %s", item.item(), value, day)
                                .isEqualTo(expected);
                    } else {
                        assertThat(item.item().factor())
                                .as("only ozone above 800 in 2012")
                                .isEqualTo("O3");
                        assertThat(day).isEqualTo(OLD);
                    }
                }
            }
        }
    }

    @Test
    @Clause("HJ 633-2026")
    void dirtier_air_never_has_a_lower_index() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<AirItem, BigDecimal> cleaner = randomDay();
            Map<AirItem, BigDecimal> dirtier = new LinkedHashMap<>();
            cleaner.forEach((item, value) -> dirtier.put(item, value.add(BigDecimal.valueOf(random.nextInt(500), 1))));
            int before = index.judge(NEW, Report.DAILY, cleaner).getValue().aqi();
            int after = index.judge(NEW, Report.DAILY, dirtier).getValue().aqi();
            assertThat(after).as("%s → %s", cleaner, dirtier).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void neither_the_order_of_the_values_nor_the_run_changes_anything() {
        for (int round = 0; round < 200; round++) {
            Map<AirItem, BigDecimal> values = randomDay();
            List<AirItem> order = new ArrayList<>(values.keySet());
            Collections.shuffle(order, random);
            Map<AirItem, BigDecimal> shuffled = new LinkedHashMap<>();
            order.forEach(item -> shuffled.put(item, values.getOrDefault(item, BigDecimal.ZERO)));
            Judgement<Aqi> one = index.judge(NEW, Report.DAILY, values);
            Judgement<Aqi> other = index.judge(NEW, Report.DAILY, shuffled);
            assertThat(other.findValue()).isEqualTo(one.findValue());
            assertThat(other.citations()).isEqualTo(one.citations());
            Set<Finding> findings = new HashSet<>(one.findings());
            assertThat(new HashSet<>(other.findings())).isEqualTo(findings);
        }
    }

    @Test
    @Clause({"HJ 633-2012 表1", "HJ 633-2026 表3"})
    void has_the_index_of_the_table_at_every_breakpoint_and_no_jump_around_it() {
        for (LocalDate day : DAYS) {
            for (Report report : Report.values()) {
                for (IndexItem item : index.listItems(day, report)) {
                    IndexScale scale = index.getScale(day, item.scale());
                    for (IndexScale.Node node : scale.nodes()) {
                        assertThat(scale.findIndex(node.concentration())).contains(node.index());
                        BigDecimal above = node.concentration().add(new BigDecimal("0.000001"));
                        if (!scale.endsBelow(above)) {
                            assertThat(scale.findIndex(above)).as("%s", node).contains(node.index() + 1);
                        }
                    }
                }
            }
        }
    }
}
