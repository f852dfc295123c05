/**
 * Emission of pollution sources: flue gas and waste water arithmetic, validity and marks of automatic data, the limit that
 * applies to an outlet and the judgement by it.
 */
@NullMarked
package io.jianhu.standards.emission;

import org.jspecify.annotations.NullMarked;
