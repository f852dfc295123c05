/** The library of standards, loaded once. */
@NullMarked
package io.jianhu.platform.assessment.internal;

import org.jspecify.annotations.NullMarked;
