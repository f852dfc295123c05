/** Tests of the walls between the modules. */
@NullMarked
package io.jianhu.platform;

import org.jspecify.annotations.NullMarked;
