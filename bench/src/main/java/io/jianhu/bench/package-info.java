/** Everything that talks to the platform from outside: the simulated city, the replay of recorded data, the load generator. */
@NullMarked
package io.jianhu.bench;

import org.jspecify.annotations.NullMarked;
