package io.jianhu.platform;

import io.jianhu.platform.database.StartupNotice;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says on the console where the platform is and how to get in, once it is. */
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    private final PrintStream out;

    Welcome(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String http = environment.getProperty("local.server.port", environment.getRequiredProperty("server.port"));
        String hj212 = environment.getRequiredProperty("jianhu.hj212.port");
        List<String> notices = ready.getApplicationContext()
                .getBeanProvider(StartupNotice.class)
                .orderedStream()
                .flatMap(notice -> notice.lines().stream())
                .toList();
        out.println();
        out.printf("  Jianhu 鉴湖 is up: http://localhost:%s   HJ 212: tcp port %s%n", http, hj212);
        out.printf("  鉴湖已启动：http://localhost:%s   HJ 212 端口：%s%n", http, hj212);
        notices.forEach(line -> out.println("  " + line));
        out.println("  Ctrl-C stops it. 按 Ctrl-C 停止。");
        out.println();
        out.flush();
    }
}
