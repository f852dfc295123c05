/** The standards over HTTP: the catalogue, its tables and the topics. */
@NullMarked
package io.jianhu.platform.assessment.web;

import org.jspecify.annotations.NullMarked;
