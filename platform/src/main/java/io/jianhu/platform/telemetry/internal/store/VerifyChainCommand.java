package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.identity.AuditChain;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./jianhu verify-chain [MN | audit]}: the chains of frames, or that of the audit trail; exit 0 where every chain
 * holds, 1 where one is broken or the MN is unknown.
 */
public final class VerifyChainCommand implements CliCommand {

    private static final int MAX_LINES = 100;
    private static final String AUDIT = "audit";

    @Override
    public String name() {
        return "verify-chain";
    }

    @Override
    public int run(List<String> args, Database db, PrintStream out) {
        if (args.size() > 1) {
            out.println("Usage: ./jianhu verify-chain [MN | audit]   用法：./jianhu verify-chain [MN | audit]");
            return 2;
        }
        try (Connection connection = db.dataSource().getConnection()) {
            if (args.equals(List.of(AUDIT))) {
                return verifyAudit(connection, out);
            }
            OptionalInt device = OptionalInt.empty();
            if (!args.isEmpty()) {
                device = findDevice(connection, args.getFirst());
                if (device.isEmpty()) {
                    out.println("No device has the MN " + args.getFirst() + ".   没有 MN 为该值的设备。");
                    return 1;
                }
            }
            return verify(connection, device, out);
        } catch (SQLException e) {
            out.println("The frames cannot be read: " + e.getMessage() + "   无法读取报文。");
            return 1;
        }
    }

    private static int verifyAudit(Connection connection, PrintStream out) throws SQLException {
        AuditChain.Report report = AuditChain.verify(connection);
        report.broken()
                .ifPresent(broken -> out.printf(
                        "BROKEN audit entry %d: %s.   审计记录第 %d 条：%s。%n",
                        broken.entryNo(),
                        broken.fault().english(),
                        broken.entryNo(),
                        broken.fault().chinese()));
        out.printf(
                "%s: %d audit entries, head %s   %s：审计记录 %d 条，链头 %s%n",
                report.broken().isEmpty() ? "OK" : "BROKEN",
                report.entries(),
                report.head(),
                report.broken().isEmpty() ? "完好" : "断裂",
                report.entries(),
                report.head());
        return report.broken().isEmpty() ? 0 : 1;
    }

    private static int verify(Connection connection, OptionalInt device, PrintStream out) throws SQLException {
        long start = System.nanoTime();
        int[] lines = {0};
        ChainVerifier.Report report = new ChainVerifier().verify(connection, device, broken -> {
            if (lines[0]++ < MAX_LINES) {
                out.printf(
                        "BROKEN %s MN=%s expected position %d: %s.   %s。%n",
                        broken.frame(),
                        broken.mn(),
                        broken.expectedSeq(),
                        broken.fault().english,
                        broken.fault().chinese);
            }
        });
        if (lines[0] > MAX_LINES) {
            out.printf("… and %d more broken chains.   另有 %d 条链断裂。%n", lines[0] - MAX_LINES, lines[0] - MAX_LINES);
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        out.printf(
                "%s: %d devices, %d frames, %d chains broken, %.1f s   %s：%d 台设备，%d 条报文，%d 条链断裂%n",
                report.broken() == 0 ? "OK" : "BROKEN",
                report.devices(),
                report.frames(),
                report.broken(),
                seconds,
                report.broken() == 0 ? "完好" : "断裂",
                report.devices(),
                report.frames(),
                report.broken());
        return report.broken() == 0 ? 0 : 1;
    }

    private static OptionalInt findDevice(Connection connection, String mn) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select device_id from device where mn = ?")) {
            select.setString(1, mn.equals("-") ? "" : mn);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }
}
