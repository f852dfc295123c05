/**
 * The HJ 212 codec in three editions (HJ/T 212-2005, HJ 212-2017, HJ 212-2025): framing, CRC, fields, commands, factor
 * codes, findings. A library on its own: it depends on nothing. See {@code package.md}.
 */
@NullMarked
package io.jianhu.hj212;

import org.jspecify.annotations.NullMarked;
