package io.jianhu.bench.air;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.series.columns.AirColumns;
import io.jianhu.standards.air.series.columns.ColumnItem;
import io.jianhu.standards.air.series.columns.DailyColumns;
import io.jianhu.standards.air.series.columns.HourlyColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Nanoseconds per hourly value of a national network's year, one thread. The floor is a loop that adds up the same arrays.
 * Stages that begin with daily values are counted per hourly value all the same, so that the columns of the table add up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1500m", "-Xmx1500m"})
public class AirBenchmarks {

    static final int VALUES = NetworkYear.STATIONS * 6 * NetworkYear.HOURS;

    private static final String REGION = "100000";

    private final HourlyColumns network = NetworkYear.fill();
    private final AirColumns evaluation =
            AirColumns.of(RuleBook.load(), NetworkYear.YEAR, NetworkYear.COLUMNS, AirClass.SECOND, REGION);
    private final List<DailyColumns> stations = days();
    private final List<ColumnItem[]> years =
            stations.stream().map(evaluation::evaluate).toList();

    private List<DailyColumns> days() {
        List<DailyColumns> days = new ArrayList<>();
        for (int station = 0; station < NetworkYear.STATIONS; station++) {
            days.add(evaluation.days(network, station));
        }
        return days;
    }

    /** Floor: adds up every array, gaps and all. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long floorSum() {
        long sum = 0;
        for (int station = 0; station < NetworkYear.STATIONS; station++) {
            for (int column = 0; column < NetworkYear.COLUMNS.size(); column++) {
                sum += sum(network.hours(station, column));
            }
        }
        return sum;
    }

    private static long sum(int[] hours) {
        long sum = 0;
        for (int hour : hours) {
            sum += hour;
        }
        return sum;
    }

    /** Daily means, ozone's daily maximum of 8 h and 1 h; exact, nothing rounded. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void days(Blackhole blackhole) {
        for (int station = 0; station < NetworkYear.STATIONS; station++) {
            blackhole.consume(evaluation.days(network, station));
        }
    }

    /** Daily index and primary pollutants from daily values: every value rounded half to even once. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void index(Blackhole blackhole) {
        for (DailyColumns station : stations) {
            blackhole.consume(evaluation.aqi(station));
        }
    }

    /** Validity, mean, percentile and attainment of the year from daily values. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void year(Blackhole blackhole) {
        for (DailyColumns station : stations) {
            blackhole.consume(evaluation.evaluate(station));
        }
    }

    /** Composite indices and ranks from evaluated years. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int[] ranking() {
        return AirColumns.rank(years.stream().mapToLong(evaluation::composite).toArray());
    }

    /** Everything: hours to daily values, index, year, rank. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int[] whole(Blackhole blackhole) {
        long[] composites = new long[NetworkYear.STATIONS];
        for (int station = 0; station < composites.length; station++) {
            DailyColumns days = evaluation.days(network, station);
            blackhole.consume(evaluation.aqi(days));
            composites[station] = evaluation.composite(evaluation.evaluate(days));
        }
        return AirColumns.rank(composites);
    }
}
