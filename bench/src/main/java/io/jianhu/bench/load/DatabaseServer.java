package io.jianhu.bench.load;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL server behind the platform.
 *
 * @param postmaster its first process, empty where it does not run on this machine
 */
record DatabaseServer(Optional<Long> postmaster) {

    private static final Pattern ADDRESS = Pattern.compile("//(?:127\\.0\\.0\\.1|localhost):(\\d+)/");

    static DatabaseServer of(Optional<String> jdbc) {
        return new DatabaseServer(jdbc.flatMap(url -> {
            Matcher address = ADDRESS.matcher(url);
            return address.find() ? ProcessTimes.findListener(Integer.parseInt(address.group(1))) : Optional.empty();
        }));
    }

    /** User and system time of the postmaster and its backends since they began; zero where they are elsewhere. */
    Duration processorTime() {
        return postmaster.map(ProcessTimes::ofFamily).orElse(Duration.ZERO);
    }
}
