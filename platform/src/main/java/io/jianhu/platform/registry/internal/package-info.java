/** How the registry works inside. */
@NullMarked
package io.jianhu.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
