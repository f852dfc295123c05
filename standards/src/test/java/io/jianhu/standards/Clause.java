package io.jianhu.standards;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test proves: an edition as the catalogue names it, and where one is meant a clause of it, such as {@code GB 3095-2026
 * 表1}. The reference page of the standards lists the test there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Clause {

    String[] value();
}
