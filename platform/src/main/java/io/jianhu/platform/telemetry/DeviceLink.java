package io.jianhu.platform.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The live TCP connections and who speaks on them. A device is known on a connection from its first sound frame on. */
public interface DeviceLink {

    /** The connection the device spoke on last, while it is open. */
    Optional<Connection> findConnection(String mn);

    /** Every open connection on which a device is known; a concentrator's appears once for each of its devices. */
    List<Connection> listConnections();

    /**
     * One device on one open connection.
     *
     * <p>A concentrator carries several devices on one connection: they share {@link #number()}.
     */
    interface Connection {

        /** Never used twice while the process lives. */
        long number();

        String mn();

        /** Address and port of the other side. */
        String peer();

        /** When the connection was opened. */
        Instant since();

        /**
         * Sends bytes to the device. Completes when they are handed to the operating system, exceptionally with
         * {@link java.io.IOException} where the connection is closed or its peer has stopped reading.
         */
        CompletionStage<Void> send(byte[] bytes);
    }
}
