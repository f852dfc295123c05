package io.jianhu.standards;

import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured: a pollutant or a state of air, water, gas, soil or sound.
 *
 * @param key short and stable, such as {@code PM2.5}, {@code NH3N}, {@code CODMn}: what rules and requests write
 * @param units the unit it usually has in each medium in which it is met
 * @param cas CAS registry number where it is one substance
 * @param formula the substance as which its mass is expressed: {@code NO2} for nitrogen oxides, {@code N} for ammonia nitrogen
 * @param molarMass of the formula, g/mol, from conventional atomic weights
 * @param codes its codes in HJ 212-2017, more than one where the standard tells media or totals apart
 * @param codes2005 its codes in HJ/T 212-2005
 * @param aliases other names that find it
 * @param note what its values are expressed as, possibly empty
 */
public record Factor(
        String key,
        Text name,
        Map<Medium, Unit> units,
        Optional<String> cas,
        Optional<String> formula,
        Optional<BigDecimal> molarMass,
        Set<String> codes,
        Set<String> codes2005,
        Set<String> aliases,
        Text note) {

    /** The unit it usually has in the medium, where it is met there. */
    public Optional<Unit> findUnit(Medium medium) {
        return Optional.ofNullable(units.get(medium));
    }

    @Override
    public String toString() {
        return key;
    }
}
