/** Devices: who sends, where it stands, what it must send. See {@code package.md}. */
@NullMarked
@ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {"database", "api", "identity"})
package io.jianhu.platform.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
