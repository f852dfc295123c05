/** Frames in, kept, acknowledged, decoded; observations with revisions; commands down; the live view. See {@code package.md}. */
@NullMarked
@ApplicationModule(
        displayName = "Telemetry",
        allowedDependencies = {"database", "api", "identity", "registry"})
package io.jianhu.platform.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
