/** Devices: who sends, where it stands, what it must send. See {@code package.md}. */
@NullMarked
package io.jianhu.platform.registry;

import org.jspecify.annotations.NullMarked;
