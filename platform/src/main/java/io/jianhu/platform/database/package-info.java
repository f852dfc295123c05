/** The floor: the embedded or external PostgreSQL, its migrations, backup and restore. See {@code package.md}. */
@NullMarked
package io.jianhu.platform.database;

import org.jspecify.annotations.NullMarked;
