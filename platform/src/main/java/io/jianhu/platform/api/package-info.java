/** What every module's web layer shares: RFC 9457 problems in two languages, cursors, OpenAPI. See {@code package.md}. */
@NullMarked
@ApplicationModule(displayName = "API", allowedDependencies = "database")
package io.jianhu.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
