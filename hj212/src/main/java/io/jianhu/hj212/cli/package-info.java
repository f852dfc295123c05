/** The command line: {@code jianhu decode}. */
@NullMarked
package io.jianhu.hj212.cli;

import org.jspecify.annotations.NullMarked;
