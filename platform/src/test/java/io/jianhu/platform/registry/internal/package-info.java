@NullMarked
package io.jianhu.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
