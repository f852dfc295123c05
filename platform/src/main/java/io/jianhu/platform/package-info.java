/** The modular monolith. Each direct sub-package is a module; see {@code package.md} in each. */
@NullMarked
package io.jianhu.platform;

import org.jspecify.annotations.NullMarked;
