/** Tests of the database module, and the databases that every other test uses. */
@NullMarked
package io.jianhu.platform.database;

import org.jspecify.annotations.NullMarked;
