package io.jianhu.standards.emission;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value held against a limit.
 *
 * @param reading as measured
 * @param converted at reference oxygen or reference excess air, exact; empty where the limit means the measured value
 * @param judged the number that was compared, rounded to the decimals of the limit; empty below the detection limit
 * @param exceeded whether the limit is exceeded
 * @param multiple how far above the limit, (C − S)/S on the exact value with two decimals; empty where the limit is met and
 *     for limits that have no multiple (ranges, minima, not detected)
 */
public record EmissionVerdict(
        EmissionLimit limit,
        Reading reading,
        Optional<BigDecimal> converted,
        Optional<BigDecimal> judged,
        boolean exceeded,
        Optional<BigDecimal> multiple) {}
