package io.jianhu.platform.telemetry.internal.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The front door's settings, under {@code jianhu.hj212}; as environment variables {@code JIANHU_HJ212_…}.
 *
 * @param port TCP port for data loggers; 0 takes any free one
 * @param tlsCertificate file with a PEM chain; with it, and {@code tlsKey}, the port speaks TLS only
 * @param tlsKey file with its PEM key, PKCS#8
 * @param idle a connection that sends nothing for so long is closed
 * @param pause after so long without bytes an unfinished frame is given up
 * @param connectionsPerAddress devices behind one router share an address
 * @param connections in all
 * @param junkBytes a connection that sent so many since its last good frame is closed
 * @param waitingPerConnection reading stops while so many frames of one connection wait for their commit
 * @param waitingFrames reading stops everywhere while so many frames wait
 * @param waitingBytes or so many bytes
 * @param wrongPassword what happens to a frame whose PW is not the registered one
 * @param newDevicesPerMinute unknown MNs above this rate make no new devices: their frames go to device 0
 */
@ConfigurationProperties("jianhu.hj212")
record GatewaySettings(
        @DefaultValue("2120") int port,
        @DefaultValue("") String tlsCertificate,
        @DefaultValue("") String tlsKey,
        @DefaultValue("10m") Duration idle,
        @DefaultValue("3s") Duration pause,
        @DefaultValue("2000") int connectionsPerAddress,
        @DefaultValue("20000") int connections,
        @DefaultValue("256KB") DataSize junkBytes,
        @DefaultValue("256") int waitingPerConnection,
        @DefaultValue("20000") int waitingFrames,
        @DefaultValue("64MB") DataSize waitingBytes,
        @DefaultValue("accept") WrongPassword wrongPassword,
        @DefaultValue("10000") int newDevicesPerMinute) {

    GatewaySettings {
        if (tlsCertificate.isBlank() != tlsKey.isBlank()) {
            throw new IllegalArgumentException(
                    "TLS needs both jianhu.hj212.tls-certificate and jianhu.hj212.tls-key, or neither");
        }
    }

    /** Certificate and key where the port speaks TLS. */
    Optional<Tls> findTls() {
        return tlsCertificate.isBlank()
                ? Optional.empty()
                : Optional.of(new Tls(Path.of(tlsCertificate), Path.of(tlsKey)));
    }

    /** Two PEM files. */
    record Tls(Path certificate, Path key) {}

    /** The policy for a wrong PW. Either way the frame is stored with a finding. */
    enum WrongPassword {
        /** Used and acknowledged: many loggers were set up with a password nobody registered. */
        ACCEPT,
        /** Not used and not acknowledged. */
        REJECT
    }
}
