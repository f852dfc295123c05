package io.jianhu.bench.city;

import io.jianhu.hj212.Edition;
import java.util.List;
import java.util.Set;

/**
 * One outlet with its data logger, as planned.
 *
 * @param number from 1, in the order of the plan
 * @param key source of everything random about the device
 * @param name invented, and plainly so
 * @param size multiplies flows: outlets of one industry differ
 * @param strength multiplies concentrations
 * @param delayMillis from an instant due to the frame of it, as this logger works
 * @param answerPolicy which uploads ask for an answer
 */
record Device(
        int number,
        long key,
        String mn,
        String name,
        Industry industry,
        Park park,
        Park.Place place,
        Edition edition,
        String password,
        Set<Quirk> quirks,
        double size,
        double strength,
        int delayMillis,
        AnswerPolicy answerPolicy,
        List<FactorModel> factors) {

    /** Which uploads ask the platform for an answer (bit 0 of Flag). */
    enum AnswerPolicy {
        EVERYTHING,
        /** All but real-time data. */
        STATISTICS,
        NOTHING
    }

    Medium medium() {
        return industry.medium();
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** The code this logger sends for a factor: HJ/T 212-2005 has its own. */
    String codeOf(FactorModel factor) {
        return edition == Edition.HJT_212_2005 ? factor.legacyCode() : factor.code();
    }
}
