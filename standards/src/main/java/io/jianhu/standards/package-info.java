/**
 * National and local environmental standards as dated data, and the calculators over them. See {@code package.md}.
 *
 * <p>Every rule is a row with an id, an edition, a validity, a unit, a source and a confidence; the edition is chosen by
 * the date of the data. This library depends on nothing.
 */
@NullMarked
package io.jianhu.standards;

import org.jspecify.annotations.NullMarked;
