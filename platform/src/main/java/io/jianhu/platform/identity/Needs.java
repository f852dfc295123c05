package io.jianhu.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller must be allowed to reach this mapping. Every mapping under {@code /api} has this, {@link NeedsLogIn} or
 * {@link NeedsNothing}; one without is refused to everybody, and a test fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission value();
}
