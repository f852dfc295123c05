package io.jianhu.standards.water;

import io.jianhu.standards.Text;

/**
 * An item below a detection limit that lies above a class limit: its class cannot be told.
 *
 * @param best the best class it may have
 * @param worst the worst class it may have
 * @param <C> the classes of the standard
 */
public record UndecidedItem<C extends Enum<C>>(String factor, Text name, C best, C worst) {}
