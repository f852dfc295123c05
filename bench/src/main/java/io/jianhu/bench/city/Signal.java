package io.jianhu.bench.city;

import io.jianhu.bench.city.FactorModel.Nature;
import io.jianhu.hj212.Frame;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The values of one device as a function of true time: the plant's load, the discharge that follows from it, and what
 * the analysers make of that. Computes the same for the same instant, whenever it is asked. Not thread-safe.
 */
final class Signal {

    private static final double AIR_OXYGEN = 20.9;

    private final Device device;
    private final EventPlan events;
    private final List<FactorModel> factors;
    private final long[] factorKeys;
    private final double[] scales;
    private final int oxygenAt;

    Signal(Device device, EventPlan events) {
        this.device = device;
        this.events = events;
        this.factors = device.factors();
        this.factorKeys = new long[factors.size()];
        this.scales = new double[factors.size()];
        int oxygen = -1;
        for (int i = 0; i < factors.size(); i++) {
            factorKeys[i] = Noise.mix(device.key(), factors.get(i).code());
            scales[i] = Math.pow(10, factors.get(i).decimals());
            if (factors.get(i).nature() == Nature.OXYGEN) {
                oxygen = i;
            }
        }
        this.oxygenAt = oxygen;
    }

    /** What is shown at the second; empty while the power is off. */
    Optional<Sample> findSample(long epochSecond) {
        List<Event> live = events.listAt(epochSecond);
        for (Event event : live) {
            if (event.kind() == EventKind.POWER_CUT) {
                return Optional.empty();
            }
        }
        int count = factors.size();
        Sample sample = new Sample(new long[count], new long[count], new char[count]);
        World now = world(epochSecond, live);
        double oxygen = oxygenAt < 0 ? 0 : shown(oxygenAt, epochSecond, now, live, sample);
        for (int i = 0; i < count; i++) {
            double value = i == oxygenAt ? oxygen : shown(i, epochSecond, now, live, sample);
            sample.values()[i] = Math.round(value * scales[i]);
            if (factors.get(i).isConverted()) {
                sample.converted()[i] = Math.round(convert(value, oxygen) * scales[i]);
            }
            if (sample.marks()[i] == 'B' && device.has(Quirk.SENTINEL)) {
                sample.values()[i] = Math.round(Sample.SENTINEL * scales[i]);
                sample.converted()[i] = sample.values()[i];
            }
        }
        return Optional.of(sample);
    }

    /** The plant at one instant. */
    private record World(LocalDateTime time, double load, double strength, boolean stands, boolean startsUp) {}

    private World world(long second, List<Event> live) {
        boolean stands = has(live, EventKind.STOP);
        boolean startsUp = has(live, EventKind.START_UP);
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, Frame.BEIJING);
        long key = device.key();
        double wander = 1 + 0.12 * Noise.smooth(key + 1, second, 18_000) + 0.04 * Noise.smooth(key + 2, second, 1_500);
        double load = stands ? 0 : device.industry().rhythm().load(time) * wander * (startsUp ? 0.55 : 1);
        double strength = 0.7 * Noise.smooth(key + 3, second, 25_000) + 0.3 * Noise.smooth(key + 4, second, 3_300);
        return new World(time, load, strength, stands, startsUp);
    }

    private static boolean has(List<Event> live, EventKind kind) {
        for (Event event : live) {
            if (event.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** What the analyser shows; writes its mark into the sample. */
    private double shown(int i, long second, World now, List<Event> live, Sample sample) {
        FactorModel factor = factors.get(i);
        sample.marks()[i] = now.stands ? 'F' : Sample.NORMAL;
        double value = discharged(i, second, now, live);
        for (Event event : live) {
            if (!event.concerns(factor)) {
                continue;
            }
            switch (event.kind()) {
                case DRIFT -> value *= 1 + event.size() * event.hoursSinceStart(second) / 24;
                case SPIKE -> value *= event.size();
                case FLAT_LINE -> value = undisturbed(i, event.start().getEpochSecond());
                case CAPPED ->
                    value = Math.min(
                            value, factor.limit() * (0.955 + 0.004 * Noise.smooth(factorKeys[i] + 9, second, 90)));
                case CALIBRATION -> {
                    if (factor.isConcentration()) {
                        value = calibrationGas(factor, event.shape(second), second < middle(event));
                        sample.marks()[i] = 'C';
                    }
                }
                case MAINTENANCE -> {
                    value = undisturbed(i, event.start().getEpochSecond());
                    sample.marks()[i] = 'M';
                }
                case INSTRUMENT_FAULT -> {
                    value = 0;
                    sample.marks()[i] = 'D';
                }
                case COMMS_FAULT -> {
                    value = undisturbed(i, event.start().getEpochSecond());
                    sample.marks()[i] = 'B';
                }
                case OVER_RANGE -> {
                    value = range(factor);
                    sample.marks()[i] = 'T';
                }
                case STOP, START_UP, EXCEEDANCE, POWER_CUT, NETWORK_CUT, CLOCK_ERROR -> {}
            }
        }
        return value;
    }

    private static long middle(Event event) {
        return (event.start().getEpochSecond() + event.end().getEpochSecond()) / 2;
    }

    private static double range(FactorModel factor) {
        return 3 * Math.max(factor.limit(), factor.level());
    }

    private static double calibrationGas(FactorModel factor, double shape, boolean zero) {
        return zero ? 0.002 * range(factor) : 0.8 * range(factor) * shape;
    }

    /** What the analyser showed at an earlier second, as if nothing was wrong with it. */
    private double undisturbed(int i, long second) {
        List<Event> live = events.listAt(second);
        return discharged(i, second, world(second, live), live);
    }

    /** What leaves the plant. A batch analyser knows it of its last sample only. */
    private double discharged(int i, long second, World now, List<Event> live) {
        FactorModel factor = factors.get(i);
        long period = factor.sampling().toSeconds();
        if (period == 0) {
            return physical(i, second, now, live);
        }
        long sampled = sampledAt(i, second);
        List<Event> then = events.listAt(sampled);
        return physical(i, sampled, world(sampled, then), then);
    }

    /** When the analyser took the sample it shows at the second; the second itself for a continuous one. */
    long sampledAt(int i, long second) {
        long period = factors.get(i).sampling().toSeconds();
        if (period == 0) {
            return second;
        }
        long phase = Math.floorMod(device.key(), period) / 60 * 60;
        return Math.floorDiv(second - phase, period) * period + phase;
    }

    private double physical(int i, long second, World now, List<Event> live) {
        FactorModel factor = factors.get(i);
        long key = factorKeys[i];
        double level = factor.level();
        double value = switch (factor.nature()) {
            case WATER_FLOW, GAS_FLOW ->
                level * device.size() * now.load * (1 + factor.spread() * Noise.smooth(key, second, 75));
            case VELOCITY ->
                now.stands
                        ? 0.3
                        : level * (0.35 + 0.65 * now.load) * (1 + factor.spread() * Noise.smooth(key, second, 75));
            case PH ->
                level + factor.spread() * Noise.smooth(key, second, 14_000) + 0.04 * Noise.smooth(key + 1, second, 70);
            case OXYGEN -> oxygen(factor, key, second, now);
            case TEMPERATURE -> temperature(factor, key, second, now);
            case STATE ->
                (now.stands ? 0.3 : 1) * level
                        + factor.spread()
                                * (0.7 * Noise.smooth(key, second, 2_600) + 0.3 * Noise.smooth(key + 1, second, 80));
            case WATER_CONCENTRATION, GAS_CONCENTRATION -> concentration(factor, key, second, now);
            case CONVERTED_CONCENTRATION ->
                concentration(factor, key, second, now)
                        / convert(1, oxygen(factors.get(oxygenAt), factorKeys[oxygenAt], second, now));
        };
        for (Event event : live) {
            if (event.kind() == EventKind.EXCEEDANCE && factor.isConcentration() && !now.stands) {
                value = exceeded(factor, value, event, second);
            }
        }
        return factor.nature() == Nature.STATE ? value : Math.max(0, value);
    }

    /** The factor itself rises above its limit; what is discharged with it rises too. */
    private double exceeded(FactorModel factor, double value, Event event, long second) {
        double shape = event.shape(second);
        if (!event.concerns(factor)) {
            return value * (1 + 0.2 * shape);
        }
        double factorOfConversion = 1;
        if (factor.isConverted()) {
            World now = world(second, List.of());
            factorOfConversion = convert(1, oxygen(factors.get(oxygenAt), factorKeys[oxygenAt], second, now));
        }
        double target = factor.limit() * event.size() / factorOfConversion;
        return value + Math.max(0, target - value) * shape;
    }

    private double concentration(FactorModel factor, long key, long second, World now) {
        if (now.stands && factor.nature() != Nature.WATER_CONCENTRATION) {
            return 0.01 * factor.level();
        }
        double own = 0.55 * Noise.smooth(key, second, 9_000) + 0.2 * Noise.smooth(key + 1, second, 240);
        double exponent = factor.spread() * (0.8 * now.strength + own) + 0.15 * (now.load - 0.7);
        return factor.level() * device.strength() * Math.exp(exponent) * (now.startsUp ? 1.5 : 1);
    }

    private double oxygen(FactorModel factor, long key, long second, World now) {
        if (now.stands) {
            return AIR_OXYGEN;
        }
        double value = factor.level()
                + 2.4 * Math.max(0, 0.9 - now.load)
                + factor.spread() * (0.6 * Noise.smooth(key, second, 1_300) + 0.2 * Noise.smooth(key + 1, second, 60));
        return Math.min(AIR_OXYGEN, value + (now.startsUp ? 4 : 0));
    }

    private static double temperature(FactorModel factor, long key, long second, World now) {
        double warm = factor.level()
                + factor.spread() * (0.7 * Noise.smooth(key, second, 2_600) + 0.2 * Noise.smooth(key + 1, second, 90));
        if (now.stands) {
            return Math.min(26, factor.level()) + Noise.smooth(key, second, 2_600);
        }
        return now.startsUp ? 0.8 * warm : warm;
    }

    /** As measured to reference oxygen (HJ 75, HJ 212-2017 appendix D); capped where the stack holds nothing but air. */
    private double convert(double measured, double oxygen) {
        return measured * (21 - device.industry().referenceOxygen()) / Math.max(1, 21 - oxygen);
    }
}
