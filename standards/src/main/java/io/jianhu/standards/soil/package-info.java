/**
 * Soil: farmland by GB 15618, development land by GB 36600, the register of farmland points.
 *
 * <p>A content is compared as reported, unrounded, and a content equal to a limit does not exceed it: neither standard says
 * otherwise, so GB/T 8170 lets the full value decide.
 */
@NullMarked
package io.jianhu.standards.soil;

import org.jspecify.annotations.NullMarked;
