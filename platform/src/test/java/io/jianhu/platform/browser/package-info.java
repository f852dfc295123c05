/**
 * What a person sees, in a real browser: the whole platform on free ports, data loggers that speak HJ 212 over real sockets,
 * and Chromium driven by Playwright. Needs no network.
 */
@NullMarked
package io.jianhu.platform.browser;

import org.jspecify.annotations.NullMarked;
