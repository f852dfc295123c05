package io.jianhu.platform.database;

import io.jianhu.platform.database.internal.HostCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at this machine and says what Jianhu lacks on it, and how to get that. Changes nothing. */
public final class Doctor {

    /** How much it matters. */
    public enum Gravity {
        OK,
        /** Needed for something other than running: building from source, or the browser tests. */
        OPTIONAL,
        MISSING
    }

    /**
     * One thing looked at.
     *
     * @param what found, in English
     * @param whatZh found, in Chinese
     * @param remedy what to do, in English; empty when nothing
     * @param remedyZh what to do, in Chinese
     */
    public record Diagnosis(Gravity gravity, String what, String whatZh, String remedy, String remedyZh) {

        static Diagnosis ok(String what, String whatZh) {
            return new Diagnosis(Gravity.OK, what, whatZh, "", "");
        }
    }

    private static final int JAVA = 25;
    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_HJ212_PORT = 2120;

    private final DatabaseSettings settings;
    private final Map<String, String> environment;

    private Doctor(DatabaseSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * Looks at everything.
     *
     * @param environment variables of the process, for ports and PATH
     */
    public static List<Diagnosis> examine(DatabaseSettings settings, Map<String, String> environment) {
        return new Doctor(settings, environment).examine();
    }

    private List<Diagnosis> examine() {
        HostCheck host = new HostCheck(settings.dataFolder(), environment.getOrDefault("PATH", ""));
        List<Diagnosis> all = new ArrayList<>();
        all.add(java());
        all.add(dataFolder(host));
        all.add(disk(host));
        all.add(settings.url().isPresent() ? externalServer() : embeddedServer(host));
        boolean running = host.isInUse();
        all.add(port(host, running, "HTTP", "JIANHU_HTTP_PORT", DEFAULT_HTTP_PORT));
        all.add(port(host, running, "HJ 212", "JIANHU_HJ212_PORT", DEFAULT_HJ212_PORT));
        all.add(node(host));
        all.add(chromium(host));
        return List.copyOf(all);
    }

    private static Diagnosis java() {
        int feature = Runtime.version().feature();
        return feature >= JAVA
                ? Diagnosis.ok("Java " + Runtime.version(), "Java " + Runtime.version())
                : new Diagnosis(
                        Gravity.MISSING,
                        "Java " + feature + ", needs " + JAVA,
                        "Java " + feature + "，需要 " + JAVA,
                        "install a JDK 25 and set JAVA_HOME",
                        "安装 JDK 25 并设置 JAVA_HOME");
    }

    private Diagnosis dataFolder(HostCheck host) {
        return host.isDataFolderWritable()
                ? Diagnosis.ok("data folder " + settings.dataFolder(), "数据目录 " + settings.dataFolder())
                : new Diagnosis(
                        Gravity.MISSING,
                        "cannot write in the data folder " + settings.dataFolder(),
                        "无法写入数据目录 " + settings.dataFolder(),
                        "set JIANHU_DATA to a folder you may write in",
                        "把 JIANHU_DATA 设为可写的目录");
    }

    private static Diagnosis disk(HostCheck host) {
        long free = host.freeMegabytes();
        return free >= HostCheck.LEAST_FREE_MEGABYTES
                ? Diagnosis.ok("%,d MB free on its disk".formatted(free), "磁盘剩余 %,d MB".formatted(free))
                : new Diagnosis(
                        Gravity.MISSING,
                        "only %,d MB free on its disk".formatted(free),
                        "磁盘仅剩 %,d MB".formatted(free),
                        "free at least 2 GB, or set JIANHU_DATA to a folder on another disk",
                        "至少腾出 2 GB，或把 JIANHU_DATA 设到其他磁盘");
    }

    private Diagnosis externalServer() {
        try (Database database = Database.open(settings)) {
            return Diagnosis.ok(
                    "PostgreSQL " + database.serverVersion() + " of JIANHU_DB_URL answers",
                    "JIANHU_DB_URL 指定的 PostgreSQL " + database.serverVersion() + " 可用");
        } catch (DatabaseException e) {
            return fromMessage(e);
        }
    }

    private static Diagnosis embeddedServer(HostCheck host) {
        try {
            String account = host.describeServerAccount();
            return Diagnosis.ok("embedded PostgreSQL, " + account, "内嵌 PostgreSQL，" + account);
        } catch (DatabaseException e) {
            return fromMessage(e);
        }
    }

    private static Diagnosis fromMessage(DatabaseException e) {
        return new Diagnosis(
                Gravity.MISSING,
                "PostgreSQL",
                "PostgreSQL",
                String.valueOf(e.getMessage()).replace("\n", " "),
                "");
    }

    private Diagnosis port(HostCheck host, boolean running, String name, String variable, int usual) {
        String text = environment.getOrDefault(variable, Integer.toString(usual));
        if (!text.matches("\\d{1,5}")) {
            return new Diagnosis(
                    Gravity.MISSING,
                    variable + "=" + text + " is not a port",
                    variable + "=" + text + " 不是端口号",
                    "set " + variable + " to a number from 1 to 65535",
                    "把 " + variable + " 设为 1 到 65535 的数");
        }
        int port = Integer.parseInt(text);
        if (host.isPortFree(port)) {
            return Diagnosis.ok(name + " port " + port + " is free", name + " 端口 " + port + " 空闲");
        }
        return running
                ? Diagnosis.ok(
                        name + " port " + port + " is in use; Jianhu is running", name + " 端口 " + port + " 已占用（鉴湖正在运行）")
                : new Diagnosis(
                        Gravity.MISSING,
                        name + " port " + port + " is in use by another program",
                        name + " 端口 " + port + " 被其他程序占用",
                        "stop that program, or set " + variable + " to a free port",
                        "停止该程序，或把 " + variable + " 设为空闲端口");
    }

    private static Diagnosis node(HostCheck host) {
        return host.isOnPath("npm")
                ? Diagnosis.ok("Node and npm, for building the pages", "已有 Node 与 npm（构建页面用）")
                : new Diagnosis(
                        Gravity.OPTIONAL,
                        "no npm on the PATH",
                        "PATH 中没有 npm",
                        "needed only to build the pages; the build fetches one, or install Node 20 or newer",
                        "仅构建页面时需要；构建时会自动获取，也可自行安装 Node 20 或更高版本");
    }

    private static Diagnosis chromium(HostCheck host) {
        return host.isOnPath("chromium") || host.isOnPath("chromium-browser") || host.isOnPath("google-chrome")
                ? Diagnosis.ok("Chromium, for the browser tests", "已有 Chromium（浏览器测试用）")
                : new Diagnosis(
                        Gravity.OPTIONAL,
                        "no Chromium on the PATH",
                        "PATH 中没有 Chromium",
                        "needed only by ./jianhu test: apt-get install chromium fonts-wqy-zenhei",
                        "仅 ./jianhu test 需要：apt-get install chromium fonts-wqy-zenhei");
    }
}
