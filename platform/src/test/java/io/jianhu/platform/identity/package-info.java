@NullMarked
package io.jianhu.platform.identity;

import org.jspecify.annotations.NullMarked;
