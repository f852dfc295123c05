package io.jianhu.bench.city;

import java.time.Duration;

/**
 * How one factor behaves at an outlet.
 *
 * @param code HJ 212-2017 appendix B
 * @param legacyCode the code of HJ/T 212-2005, appendix B's column of original codes; empty where there is none
 * @param decimals as the logger prints it
 * @param level typical value at full load; for a converted gas the value at reference oxygen
 * @param spread strength of its random part, natural-log units for a concentration
 * @param limit the limit the plant must keep, in the same unit; 0 where there is none
 * @param sampling how often the analyser takes a sample; between two samples the last value is repeated
 */
record FactorModel(
        String code,
        String legacyCode,
        Nature nature,
        int decimals,
        double level,
        double spread,
        double limit,
        Duration sampling) {

    /** What a value depends on. */
    enum Nature {
        /** Follows the load; its {@code Cou} is a volume in cubic metres. Water: L/s. */
        WATER_FLOW,
        /** As above. Gas: m³/s. */
        GAS_FLOW,
        PH,
        /** mg/L; correlated with the other concentrations of the outlet through the strength of the raw water. */
        WATER_CONCENTRATION,
        /** mg/m³ as measured. */
        GAS_CONCENTRATION,
        /** mg/m³, sent as measured and converted to reference oxygen. */
        CONVERTED_CONCENTRATION,
        /** %, rises when the load falls. */
        OXYGEN,
        /** m/s, follows the load. */
        VELOCITY,
        /** °C of a flue or a furnace; falls to that of the air when the plant stands. */
        TEMPERATURE,
        /** Anything else that hovers round its level: pressure kPa, moisture %, conductivity. */
        STATE
    }

    private static final Duration CONTINUOUS = Duration.ZERO;

    static FactorModel waterFlow(double litresPerSecond) {
        return new FactorModel("w00000", "B01", Nature.WATER_FLOW, 2, litresPerSecond, 0.06, 0, CONTINUOUS);
    }

    static FactorModel ph(double level) {
        return new FactorModel("w01001", "001", Nature.PH, 2, level, 0.25, 0, CONTINUOUS);
    }

    static FactorModel cod(double level, double limit) {
        return analysed("w01018", "011", 1, level, limit, Duration.ofHours(2));
    }

    static FactorModel ammonia(double level, double limit) {
        return analysed("w21003", "060", 2, level, limit, Duration.ofHours(1));
    }

    static FactorModel phosphorus(double level, double limit) {
        return analysed("w21011", "101", 2, level, limit, Duration.ofHours(2));
    }

    static FactorModel nitrogen(double level, double limit) {
        return analysed("w21001", "065", 2, level, limit, Duration.ofHours(2));
    }

    static FactorModel metal(String code, String legacyCode, double level, double limit) {
        return analysed(code, legacyCode, 3, level, limit, Duration.ofHours(2));
    }

    /** A concentration that an analyser determines sample by sample. */
    static FactorModel analysed(
            String code, String legacyCode, int decimals, double level, double limit, Duration sampling) {
        return new FactorModel(code, legacyCode, Nature.WATER_CONCENTRATION, decimals, level, 0.20, limit, sampling);
    }

    static FactorModel gasFlow(double cubicMetresPerSecond) {
        return new FactorModel("a00000", "B02", Nature.GAS_FLOW, 1, cubicMetresPerSecond, 0.05, 0, CONTINUOUS);
    }

    static FactorModel oxygen(double level) {
        return new FactorModel("a19001", "S01", Nature.OXYGEN, 2, level, 0.6, 0, CONTINUOUS);
    }

    static FactorModel velocity(double metresPerSecond) {
        return new FactorModel("a01011", "S02", Nature.VELOCITY, 2, metresPerSecond, 0.07, 0, CONTINUOUS);
    }

    static FactorModel temperature(String code, String legacyCode, double level) {
        return new FactorModel(code, legacyCode, Nature.TEMPERATURE, 1, level, 0.04 * level, 0, CONTINUOUS);
    }

    static FactorModel state(String code, String legacyCode, int decimals, double level, double spread) {
        return new FactorModel(code, legacyCode, Nature.STATE, decimals, level, spread, 0, CONTINUOUS);
    }

    static FactorModel converted(String code, String legacyCode, int decimals, double level, double limit) {
        return new FactorModel(
                code, legacyCode, Nature.CONVERTED_CONCENTRATION, decimals, level, 0.18, limit, CONTINUOUS);
    }

    static FactorModel measured(String code, String legacyCode, int decimals, double level, double limit) {
        return new FactorModel(code, legacyCode, Nature.GAS_CONCENTRATION, decimals, level, 0.25, limit, CONTINUOUS);
    }

    boolean isConverted() {
        return nature == Nature.CONVERTED_CONCENTRATION;
    }

    boolean isConcentration() {
        return nature == Nature.WATER_CONCENTRATION || nature == Nature.GAS_CONCENTRATION || isConverted();
    }

    boolean isFlow() {
        return nature == Nature.WATER_FLOW || nature == Nature.GAS_FLOW;
    }
}
