@NullMarked
package io.jianhu.standards.air;

import org.jspecify.annotations.NullMarked;
