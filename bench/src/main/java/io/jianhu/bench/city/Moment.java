package io.jianhu.bench.city;

/**
 * Now, twice: the true time of the simulated city, and a steady clock of this machine that time-outs are measured with.
 * They differ in pace when the city runs faster than real time.
 *
 * @param trueMillis since 1970
 * @param steadyMillis from any start
 */
record Moment(long trueMillis, long steadyMillis) {

    long trueSecond() {
        return Math.floorDiv(trueMillis, 1_000);
    }
}
