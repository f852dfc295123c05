/** What every module's web layer shares: RFC 9457 problems in two languages, cursors, OpenAPI. See {@code package.md}. */
@NullMarked
package io.jianhu.platform.api;

import org.jspecify.annotations.NullMarked;
