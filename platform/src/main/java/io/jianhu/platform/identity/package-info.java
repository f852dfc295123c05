/** Who may: accounts, sessions, API tokens, and the one security filter chain. See {@code package.md}. */
@NullMarked
package io.jianhu.platform.identity;

import org.jspecify.annotations.NullMarked;
