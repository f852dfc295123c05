/** What every answer has in common, and the reference pages written from the code. */
@NullMarked
package io.jianhu.platform.api;

import org.jspecify.annotations.NullMarked;
