/** The wiring of the web layer: problem handler, JSON times, OpenAPI, static pages. */
@NullMarked
package io.jianhu.platform.api.internal;

import org.jspecify.annotations.NullMarked;
