package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.telemetry.DeviceLink;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** One device on one connection. Equal only to itself. */
final class LinkedDevice implements DeviceLink.Connection {

    private final DeviceConnection connection;
    private final String mn;

    LinkedDevice(DeviceConnection connection, String mn) {
        this.connection = connection;
        this.mn = mn;
    }

    @Override
    public long number() {
        return connection.number();
    }

    @Override
    public String mn() {
        return mn;
    }

    @Override
    public String peer() {
        return connection.peer();
    }

    @Override
    public Instant since() {
        return connection.since();
    }

    @Override
    public CompletionStage<Void> send(byte[] bytes) {
        return connection.send(bytes);
    }
}
