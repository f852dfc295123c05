package io.jianhu.bench.city;

import java.util.concurrent.atomic.LongAdder;

/** What has gone over the wires of a fleet. Thread-safe. */
final class Traffic {

    final LongAdder connected = new LongAdder();
    final LongAdder framesSent = new LongAdder();
    final LongAdder bytesSent = new LongAdder();
    final LongAdder answers = new LongAdder();
    final LongAdder requests = new LongAdder();

    Snapshot snapshot() {
        return new Snapshot(connected.sum(), framesSent.sum(), bytesSent.sum(), answers.sum(), requests.sum());
    }

    record Snapshot(long connected, long framesSent, long bytesSent, long answers, long requests) {}
}
