package io.jianhu.bench.city;

import io.jianhu.bench.city.Summary.FactorSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What a logger makes of its samples: one every 30 s, means of the normal ones, and a mark for the interval by the rule
 * of HJ 212-2017 appendix C: water is normal when every sample is, gas when three quarters are, else D.
 */
final class Statistics {

    /** Distance of the samples that statistics are made of. */
    static final int SAMPLE_SECONDS = 30;

    private Statistics() {}

    /**
     * The values of an interval; empty where no sample of it exists.
     *
     * @param sampleAt the sample shown at a second, empty where there is none
     */
    static Optional<Summary> summarise(Device device, long from, long to, LongFunction<Optional<Sample>> sampleAt) {
        int count = device.factors().size();
        Tally[] tallies = new Tally[count];
        for (int i = 0; i < count; i++) {
            tallies[i] = new Tally();
        }
        int flowAt = flowAt(device);
        int samples = 0;
        for (long second = from; second < to; second += SAMPLE_SECONDS) {
            Sample sample = sampleAt.apply(second).orElse(null);
            if (sample == null) {
                continue;
            }
            samples++;
            double volume = volume(device, flowAt, sample);
            for (int i = 0; i < count; i++) {
                tallies[i].add(sample, i, volume);
            }
        }
        if (samples == 0) {
            return Optional.empty();
        }
        List<FactorSummary> summaries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            summaries.add(tallies[i].summary(device, device.factors().get(i)));
        }
        return Optional.of(new Summary(summaries));
    }

    private static int flowAt(Device device) {
        for (int i = 0; i < device.factors().size(); i++) {
            if (device.factors().get(i).isFlow()) {
                return i;
            }
        }
        return -1;
    }

    /** Cubic metres discharged since the sample before. */
    private static double volume(Device device, int flowAt, Sample sample) {
        if (flowAt < 0) {
            return 0;
        }
        FactorModel flow = device.factors().get(flowAt);
        double rate = sample.values()[flowAt] / Math.pow(10, flow.decimals());
        double cubicMetresPerSecond = flow.nature() == FactorModel.Nature.WATER_FLOW ? rate / 1_000 : rate;
        return cubicMetresPerSecond * SAMPLE_SECONDS;
    }

    /** What is remembered of one factor while its samples go by. */
    private static final class Tally {
        private final Range normal = new Range();
        private final Range all = new Range();
        private final int[] marks = new int[128];
        private double volume;
        private double mass;

        private void add(Sample sample, int i, double cubicMetres) {
            all.add(sample.values()[i], sample.converted()[i]);
            marks[sample.marks()[i]]++;
            volume += cubicMetres;
            if (sample.isNormal(i)) {
                normal.add(sample.values()[i], sample.converted()[i]);
                mass += sample.values()[i] * cubicMetres;
            }
        }

        private FactorSummary summary(Device device, FactorModel model) {
            Range range = normal.count > 0 ? normal : all;
            return new FactorSummary(
                    model,
                    range.min,
                    mean(range.sum, range.count),
                    range.max,
                    range.convertedMin,
                    mean(range.convertedSum, range.count),
                    range.convertedMax,
                    amount(model),
                    mark(device.medium()));
        }

        private double amount(FactorModel model) {
            if (model.isFlow()) {
                return volume;
            }
            if (!model.isConcentration()) {
                return 0;
            }
            double perCubicMetre = mass / Math.pow(10, model.decimals());
            return model.nature() == FactorModel.Nature.WATER_CONCENTRATION
                    ? perCubicMetre / 1_000
                    : perCubicMetre / 1_000_000;
        }

        private char mark(Medium medium) {
            if (normal.count == all.count) {
                return Sample.NORMAL;
            }
            if (medium == Medium.FLUE_GAS && normal.count > 0) {
                return normal.count * 4 >= all.count * 3 ? Sample.NORMAL : 'D';
            }
            char most = 'D';
            for (char mark = 'A'; mark <= 'Z'; mark++) {
                if (mark != Sample.NORMAL && marks[mark] > marks[most]) {
                    most = mark;
                }
            }
            return most;
        }

        private static long mean(long sum, int count) {
            return Math.round((double) sum / count);
        }
    }

    /** Lowest, highest and sum of a run of values and of their converted twins. */
    private static final class Range {
        private int count;
        private long sum;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;
        private long convertedSum;
        private long convertedMin = Long.MAX_VALUE;
        private long convertedMax = Long.MIN_VALUE;

        private void add(long value, long converted) {
            count++;
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            convertedSum += converted;
            convertedMin = Math.min(convertedMin, converted);
            convertedMax = Math.max(convertedMax, converted);
        }
    }
}
