/** Log in, log out, who am I. */
@NullMarked
package io.jianhu.platform.identity.web;

import org.jspecify.annotations.NullMarked;
