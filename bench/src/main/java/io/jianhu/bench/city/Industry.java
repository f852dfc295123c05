package io.jianhu.bench.city;

import static io.jianhu.bench.city.FactorModel.ammonia;
import static io.jianhu.bench.city.FactorModel.analysed;
import static io.jianhu.bench.city.FactorModel.cod;
import static io.jianhu.bench.city.FactorModel.converted;
import static io.jianhu.bench.city.FactorModel.gasFlow;
import static io.jianhu.bench.city.FactorModel.measured;
import static io.jianhu.bench.city.FactorModel.metal;
import static io.jianhu.bench.city.FactorModel.nitrogen;
import static io.jianhu.bench.city.FactorModel.oxygen;
import static io.jianhu.bench.city.FactorModel.ph;
import static io.jianhu.bench.city.FactorModel.phosphorus;
import static io.jianhu.bench.city.FactorModel.state;
import static io.jianhu.bench.city.FactorModel.temperature;
import static io.jianhu.bench.city.FactorModel.velocity;
import static io.jianhu.bench.city.FactorModel.waterFlow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands behind an outlet, and what it therefore measures. Levels and limits are chosen near the discharge
 * standards of each industry so that a normal day passes and an exceedance is one; they are a model, not a citation.
 */
enum Industry {
    DYEING("印染", Medium.WASTE_WATER, Rhythm.TWO_SHIFTS, 0.46, 0, water(28, 7.9, 148, 200, 7.5, 20, 0.55, 1.5, 17, 30)),
    CHEMICAL("化工", Medium.WASTE_WATER, Rhythm.CONTINUOUS, 0.17, 0, water(11, 7.5, 265, 500, 12, 35, 1.8, 8, 34, 70)),
    PHARMA("医药", Medium.WASTE_WATER, Rhythm.CONTINUOUS, 0.10, 0, water(7, 7.3, 240, 500, 11, 35, 1.5, 8, 31, 70)),
    SEWAGE_PLANT("污水处理", Medium.WASTE_WATER, Rhythm.TOWN, 0.09, 0, water(520, 7.1, 21, 40, 0.5, 2, 0.15, 0.3, 8.3, 12)),
    BREWING("酿造", Medium.WASTE_WATER, Rhythm.DAY_SHIFT, 0.07, 0, water(9, 7.2, 190, 500, 9, 35, 2.1, 8, 24, 70)),
    PLATING(
            "电镀",
            Medium.WASTE_WATER,
            Rhythm.DAY_SHIFT,
            0.11,
            0,
            List.of(
                    waterFlow(2.6),
                    ph(8.1),
                    cod(46, 80),
                    metal("w20116", "023", 0.16, 0.5),
                    metal("w20121", "028", 0.05, 0.1),
                    metal("w20122", "029", 0.13, 0.3))),

    COGENERATION(
            "热电",
            Medium.FLUE_GAS,
            Rhythm.CONTINUOUS,
            0.30,
            6,
            stack(
                    85,
                    6.1,
                    52,
                    9.5,
                    converted("a34013", "01", 2, 2.4, 5),
                    converted("a21026", "02", 2, 13, 35),
                    converted("a21002", "03", 1, 31, 50))),
    WASTE_INCINERATION(
            "垃圾焚烧",
            Medium.FLUE_GAS,
            Rhythm.CONTINUOUS,
            0.14,
            11,
            stack(
                    34,
                    9.2,
                    148,
                    19,
                    converted("a34013", "01", 2, 3.5, 20),
                    converted("a21026", "02", 2, 24, 80),
                    converted("a21002", "03", 1, 128, 250),
                    converted("a21024", "08", 2, 11, 50),
                    converted("a21005", "04", 2, 14, 80),
                    temperature("a01901", "", 935))),
    HAZARDOUS_INCINERATION(
            "危废焚烧",
            Medium.FLUE_GAS,
            Rhythm.CONTINUOUS,
            0.08,
            11,
            stack(
                    9,
                    10.1,
                    135,
                    17,
                    converted("a34013", "01", 2, 6, 20),
                    converted("a21026", "02", 2, 30, 80),
                    converted("a21002", "03", 1, 140, 250),
                    converted("a21024", "08", 2, 14, 50),
                    converted("a21018", "06", 2, 0.9, 2),
                    converted("a21005", "04", 2, 18, 80))),
    CEMENT(
            "水泥",
            Medium.FLUE_GAS,
            Rhythm.CONTINUOUS,
            0.09,
            10,
            stack(
                    120,
                    9.6,
                    98,
                    7.5,
                    converted("a34013", "01", 2, 6, 20),
                    converted("a21026", "02", 2, 18, 100),
                    converted("a21002", "03", 1, 155, 260))),
    GAS_BOILER(
            "供热",
            Medium.FLUE_GAS,
            Rhythm.TWO_SHIFTS,
            0.21,
            3.5,
            stack(
                    12,
                    4.4,
                    92,
                    12,
                    converted("a34013", "01", 2, 2.2, 10),
                    converted("a21026", "02", 2, 6, 35),
                    converted("a21002", "03", 1, 31, 50))),
    STENTER(
            "定型",
            Medium.FLUE_GAS,
            Rhythm.TWO_SHIFTS,
            0.18,
            0,
            List.of(
                    gasFlow(7.5),
                    velocity(9.6),
                    temperature("a01012", "S03", 46),
                    state("a01013", "S08", 3, -0.12, 0.02),
                    state("a01014", "S05", 1, 6.2, 0.8),
                    measured("a34013", "01", 2, 6.5, 15),
                    measured("a24088", "", 2, 14, 40))),

    RIVER_STATION(
            "地表水站",
            Medium.SURFACE_WATER,
            Rhythm.CONTINUOUS,
            1,
            0,
            List.of(
                    state("w01010", "", 1, 17.5, 1.8),
                    ph(7.6),
                    state("w01009", "", 2, 7.9, 0.7),
                    state("w01014", "", 1, 286, 22),
                    analysed("w01019", "", 2, 3.4, 6, Duration.ofHours(4)),
                    ammonia(0.22, 1.0),
                    phosphorus(0.09, 0.2),
                    nitrogen(2.6, 0)));

    private final String nameZh;
    private final Medium medium;
    private final Rhythm rhythm;
    private final double share;
    private final double referenceOxygen;
    private final List<FactorModel> factors;

    Industry(
            String nameZh,
            Medium medium,
            Rhythm rhythm,
            double share,
            double referenceOxygen,
            List<FactorModel> factors) {
        this.nameZh = nameZh;
        this.medium = medium;
        this.rhythm = rhythm;
        this.share = share;
        this.referenceOxygen = referenceOxygen;
        this.factors = factors;
    }

    static List<Industry> listFor(Medium medium) {
        return Arrays.stream(values())
                .filter(industry -> industry.medium == medium)
                .toList();
    }

    String nameZh() {
        return nameZh;
    }

    Medium medium() {
        return medium;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Share of the outlets of its medium; the shares of one medium add up to 1. */
    double share() {
        return share;
    }

    /** Oxygen that concentrations are converted to, %; 0 where nothing is converted. */
    double referenceOxygen() {
        return referenceOxygen;
    }

    /** In the order the logger writes them. */
    List<FactorModel> factors() {
        return factors;
    }

    private static List<FactorModel> water(
            double flow,
            double ph,
            double cod,
            double codLimit,
            double ammonia,
            double ammoniaLimit,
            double phosphorus,
            double phosphorusLimit,
            double nitrogen,
            double nitrogenLimit) {
        return List.of(
                waterFlow(flow),
                ph(ph),
                cod(cod, codLimit),
                ammonia(ammonia, ammoniaLimit),
                phosphorus(phosphorus, phosphorusLimit),
                nitrogen(nitrogen, nitrogenLimit));
    }

    private static List<FactorModel> stack(
            double flow, double oxygen, double temperature, double moisture, FactorModel... pollutants) {
        List<FactorModel> state = List.of(
                gasFlow(flow),
                oxygen(oxygen),
                velocity(11.8),
                temperature("a01012", "S03", temperature),
                state("a01013", "S08", 3, -0.21, 0.03),
                state("a01014", "S05", 1, moisture, moisture * 0.07));
        return Stream.concat(state.stream(), Arrays.stream(pollutants)).toList();
    }
}
