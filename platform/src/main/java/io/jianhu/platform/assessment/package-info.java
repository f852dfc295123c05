/** Judging by dated standards: the library of standards for people and programs. See {@code package.md}. */
@NullMarked
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"api", "identity"})
package io.jianhu.platform.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
