@NullMarked
package io.jianhu.standards.water;

import org.jspecify.annotations.NullMarked;
