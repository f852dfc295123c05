/** How the database is unpacked, started, guarded, checked, saved and restored. */
@NullMarked
package io.jianhu.platform.database.internal;

import org.jspecify.annotations.NullMarked;
