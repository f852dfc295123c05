/** The floor: the embedded or external PostgreSQL, its migrations, backup and restore. See {@code package.md}. */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package io.jianhu.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
