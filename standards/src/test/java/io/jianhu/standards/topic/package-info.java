@NullMarked
package io.jianhu.standards.topic;

import org.jspecify.annotations.NullMarked;
