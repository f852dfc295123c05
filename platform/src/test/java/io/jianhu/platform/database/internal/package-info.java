@NullMarked
package io.jianhu.platform.database.internal;

import org.jspecify.annotations.NullMarked;
