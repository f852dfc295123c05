package io.jianhu.platform.database.internal;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of the embedded server, given on its command line so that the files in the cluster stay as {@code initdb} made
 * them and a new version of Jianhu brings its own.
 */
final class ServerSettings {

    private final Map<String, String> settings = new LinkedHashMap<>();
    private String clusterName = "jianhu";

    private ServerSettings() {}

    static ServerSettings of(Path logFolder) {
        ServerSettings server = new ServerSettings();
        server.reachable();
        server.durable();
        server.sized(memoryMegabytes());
        server.logged(logFolder);
        server.clusterName = "jianhu-" + server.fingerprint();
        server.settings.put("cluster_name", server.clusterName);
        return server;
    }

    /** Changes with every setting but the port: a surviving server with another one is stopped, not adopted. */
    String clusterName() {
        return clusterName;
    }

    List<String> arguments(int port) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }

    private void reachable() {
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "60");
        settings.put("password_encryption", "scram-sha-256");
    }

    private void durable() {
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_compression", "pglz");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
    }

    private void sized(long memoryMegabytes) {
        settings.put("shared_buffers", Math.clamp(memoryMegabytes / 8, 128, 2048) + "MB");
        settings.put("effective_cache_size", Math.clamp(memoryMegabytes / 2, 512, 65_536) + "MB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("work_mem", "16MB");
        settings.put("jit", "off");
        settings.put("track_io_timing", "off");
        settings.put("timezone", "Asia/Shanghai");
    }

    private void logged(Path logFolder) {
        settings.put("logging_collector", "on");
        settings.put("log_directory", logFolder.toString());
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        settings.put("log_timezone", "Asia/Shanghai");
        settings.put("log_line_prefix", "%m [%p] ");
        settings.put("log_min_duration_statement", "2s");
    }

    private String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(settings.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 2048;
    }
}
