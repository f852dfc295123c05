package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import io.jianhu.standards.quantity.Reading;

/**
 * The class of one item of one sample.
 *
 * @param reading the number at the decimals at which it was judged, or the detection limit
 * @param <C> the classes of the standard
 */
public record ItemGrade<C extends Enum<C>>(String factor, Text name, Reading reading, C grade) {}
