package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.FactorCode;
import io.jianhu.hj212.FactorCodes;
import io.jianhu.hj212.InfoCodes;
import io.jianhu.hj212.ProcessFamilies;
import io.jianhu.hj212.ProcessFamily;

/**
 * How a factor is called.
 *
 * @param factor the code of HJ 212-2017, else the code as sent
 * @param unit symbol of the level's unit by the standard; empty where there is none or the code is unknown
 */
public record FactorName(String factor, String nameZh, String nameEn, String unit) {

    /** The name of a factor, a process quantity or an information code; an unknown code is its own name. */
    public static FactorName of(String factor) {
        return FactorCodes.findByCode(factor)
                .map(FactorName::of)
                .or(() -> ProcessFamilies.find(factor).map(family -> of(factor, family)))
                .or(() -> InfoCodes.find(factor)
                        .map(info -> new FactorName(factor, info.nameZh(), info.nameEn(), info.unit())))
                .orElseGet(() -> new FactorName(factor, factor, factor, ""));
    }

    private static FactorName of(FactorCode code) {
        return new FactorName(
                code.code(), code.nameZh(), code.nameEn(), code.unit().symbol());
    }

    private static FactorName of(String code, ProcessFamily family) {
        String number = " " + code.substring(family.family().length());
        return new FactorName(
                code,
                family.nameZh() + number,
                family.nameEn() + number,
                family.unit().symbol());
    }

    /** Symbol of the unit of an amount in an interval ({@code Cou}); empty where there is none. */
    public String amountUnit() {
        return FactorCodes.findByCode(factor)
                .flatMap(FactorCode::emissionUnit)
                .map(FactorCode.Unit::symbol)
                .orElse("");
    }
}
