@NullMarked
package io.jianhu.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
