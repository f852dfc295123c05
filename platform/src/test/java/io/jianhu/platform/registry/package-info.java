@NullMarked
package io.jianhu.platform.registry;

import org.jspecify.annotations.NullMarked;
