@NullMarked
package io.jianhu.standards.emission;

import org.jspecify.annotations.NullMarked;
