/** What tests of several modules share: a platform that runs, a caller, a clock that can be set. */
@NullMarked
package io.jianhu.platform.support;

import org.jspecify.annotations.NullMarked;
