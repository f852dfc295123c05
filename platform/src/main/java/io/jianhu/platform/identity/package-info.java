/** Who may: accounts, sessions, API tokens, and the one security filter chain. See {@code package.md}. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"database", "api"})
package io.jianhu.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
