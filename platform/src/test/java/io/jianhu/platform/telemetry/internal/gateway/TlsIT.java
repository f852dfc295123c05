package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.Wire;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port with a certificate of its own. */
class TlsIT {

    private static final char[] SECRET = "a mirror of lakes".toCharArray();
    private static final String MN = "010000A8900016F000169DC0";

    @TempDir
    private Path folder;

    @Test
    void a_device_that_speaks_tls_is_answered_and_one_that_does_not_is_turned_away() throws Exception {
        KeyStore keys = keys();
        try (TestDatabase db = TestDatabase.fresh();
                RunningGateway gateway = RunningGateway.with(db.url(), db.dataSource(), pemFiles(keys), List.of())) {
            try (Wire wire =
                    new Wire(gateway.port(), trusting(keys).getSocketFactory().createSocket())) {
                wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
                assertThat(wire.get().cn()).isEqualTo("9014");
            }
            try (Wire plain = new Wire(gateway.port())) {
                plain.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
                assertThat(plain.closesWithin(Duration.ofSeconds(20))).isTrue();
            }
            assertThat(db.jdbc()
                            .sql("select count(*) from frame")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void files_that_are_no_certificate_are_named_and_the_port_stays_closed() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate");
        Map<String, String> settings = Map.of("tls-certificate", wrong.toString(), "tls-key", wrong.toString());
        try (TestDatabase db = TestDatabase.fresh()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> RunningGateway.with(db.url(), db.dataSource(), settings, List.of()))
                    .withMessageContaining("wrong.pem");
        }
    }

    /** A self-signed pair, made by the JDK's own tool. */
    private KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(SECRET))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, SECRET);
        }
        return keys;
    }

    private Map<String, String> pemFiles(KeyStore keys) throws Exception {
        Path certificate = Files.writeString(
                folder.resolve("gateway.pem"),
                pem("CERTIFICATE", keys.getCertificate("gateway").getEncoded()));
        Path key = Files.writeString(
                folder.resolve("gateway.key"),
                pem("PRIVATE KEY", keys.getKey("gateway", SECRET).getEncoded()));
        return Map.of("tls-certificate", certificate.toString(), "tls-key", key.toString());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
