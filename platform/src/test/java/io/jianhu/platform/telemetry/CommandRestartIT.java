package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.QnRtn;
import io.jianhu.hj212.Replies;
import io.jianhu.platform.JianhuPlatform;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.support.Caller;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Work orders across a stop and a start of the platform. */
class CommandRestartIT {

    private static final String PASSWORD = "a mirror of lakes";

    @Test
    void open_orders_are_picked_up_again_under_the_same_exchange() {
        try (TestDatabase database = TestDatabase.fresh()) {
            long sent;
            long queued;
            String exchange;
            try (Platform platform = Platform.start(database)) {
                try (SocketDevice device = platform.connect("RESTART-1")) {
                    sent = platform.ask("RESTART-1", "1061");
                    queued = platform.ask("RESTART-1", "1063");
                    exchange = device.await("1061").qn();
                }
                assertThat(platform.order(sent).get("state").asString()).isEqualTo("sent");
                assertThat(platform.order(queued).get("state").asString()).isEqualTo("queued");
            }
            try (Platform platform = Platform.start(database);
                    SocketDevice device = platform.connect("RESTART-1")) {
                Frame again = device.await("1061", "1063");
                assertThat(again.cn()).isEqualTo("1061");
                assertThat(again.qn()).as("the same exchange, not a second one").isEqualTo(exchange);
                device.write(Replies.requestAck(again, QnRtn.READY));
                device.write(Replies.executionResult(again, ExeRtn.SUCCESS));
                device.await("1063");
                assertThat(platform.order(sent).get("state").asString()).isEqualTo("done");
                assertThat(platform.order(sent).get("attempts").asInt()).isEqualTo(2);
            }
        }
    }

    private record Platform(ConfigurableApplicationContext context, Caller admin) implements AutoCloseable {

        static Platform start(TestDatabase database) {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(JianhuPlatform.class)
                    .web(WebApplicationType.SERVLET)
                    .run(
                            "--server.port=0",
                            "--jianhu.hj212.port=0",
                            "--jianhu.db-url=" + database.url(),
                            "--jianhu.admin-password=" + PASSWORD,
                            "--jianhu.data=target/test-data");
            int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
            Caller admin = Caller.of(port);
            assertThat(admin.logIn("admin", PASSWORD).status()).isEqualTo(200);
            return new Platform(context, admin);
        }

        SocketDevice connect(String mn) {
            int port = admin.get("/actuator/health")
                    .json()
                    .at("/components/gateway/details/port")
                    .asInt();
            return SocketDevice.connect(port, Edition.HJ_212_2017, mn, Instant.now());
        }

        long ask(String mn, String cn) {
            return admin.change("POST", "/api/v1/commands", """
                            {"mn": "%s", "cn": "%s", "parameters": {}, "reason": "重启测试"}""".formatted(mn, cn))
                    .json()
                    .get("id")
                    .asLong();
        }

        JsonNode order(long id) {
            return admin.get("/api/v1/commands/" + id).json();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
