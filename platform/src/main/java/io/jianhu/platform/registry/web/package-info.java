/** Devices are entered and changed here. */
@NullMarked
package io.jianhu.platform.registry.web;

import org.jspecify.annotations.NullMarked;
