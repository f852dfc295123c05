/**
 * Every calculation of the library under one name each, with declared inputs: what the command line and the calculator
 * pages offer. The topics know the domains; no domain knows the topics.
 */
@NullMarked
package io.jianhu.standards.topic;

import org.jspecify.annotations.NullMarked;
