/** What a reader of the library writes: every class here is shown, with what it prints, in {@code docs/STANDARDS-EXAMPLES.md}. */
@NullMarked
package io.jianhu.standards.examples;

import org.jspecify.annotations.NullMarked;
