package io.jianhu.standards.air;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The individual index of one value.
 *
 * @param item the value that was given
 * @param concentration rounded as the report asks
 * @param index empty where the scale ends and nothing stands in
 */
public record ItemIndex(AirItem item, BigDecimal concentration, Optional<Integer> index) {}
