/**
 * Ambient air: limits of GB 3095, the air quality index of HJ 633 and what a city's assessment makes of concentrations.
 *
 * <p>Concentrations are in µg/m³, carbon monoxide in mg/m³. Both editions are rows; a calculator asks for the day of the data
 * and never knows which edition it works by.
 */
@NullMarked
package io.jianhu.standards.air;

import org.jspecify.annotations.NullMarked;
