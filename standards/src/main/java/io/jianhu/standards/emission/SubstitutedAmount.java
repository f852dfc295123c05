package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.math.BigDecimal;

/**
 * What stands in for missing data when an amount is added up.
 *
 * <p>It is no {@link EmissionValue} and cannot be made one: substituted data are never evidence of compliance or exceedance
 * (HJ 75-2017 tables 5 and 6, HJ 356-2019).
 *
 * @param value kg/h for waste gas; mg/L, m³/h or pH for waste water
 * @param statistic how it was taken from the valid data, such as maximum, mean, median
 * @param used how many valid data it was taken from
 */
public record SubstitutedAmount(BigDecimal value, String unit, Text statistic, int used) {}
