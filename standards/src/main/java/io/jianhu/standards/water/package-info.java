/**
 * Surface water, lakes, drinking-water sources, sea water and groundwater: classes, status, attainment, indices, trends.
 * See {@code package.md}.
 */
@NullMarked
package io.jianhu.standards.water;

import org.jspecify.annotations.NullMarked;
