package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Qn;
import io.jianhu.hj212.QnRtn;
import io.jianhu.hj212.Replies;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommandIT extends RunningPlatform {

    private static final String WHY = "月度核查 / monthly check";
    private static final Edition NEW = Edition.HJ_212_2017;
    private static final Edition OLD = Edition.HJT_212_2005;

    private Caller admin = Caller.of(1);
    private int loggers;

    @BeforeEach
    void log_in() {
        admin = administrator();
        loggers = hj212Port();
    }

    @Test
    void a_request_goes_from_queued_to_done_and_every_step_is_recorded() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-1", known("ORDER-1"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-1", clock.instant())) {
            long id = ask("ORDER-1", "1062", "{\"RtdInterval\": 60}");
            Frame request = device.await("1062");
            assertThat(request.findField("RtdInterval")).hasValue("60");
            assertThat(request.pw()).isEqualTo("123456");
            assertThat(request.flag().answerWanted()).isTrue();
            device.write(Replies.requestAck(request, QnRtn.READY));
            stream.await("command", command -> state(command, id, "accepted"));
            device.write(Replies.executionResult(request, ExeRtn.SUCCESS));
            stream.await("command", command -> state(command, id, "done"));

            JsonNode order = order(id);
            assertThat(order.get("asked_by").asString()).isEqualTo(ADMIN);
            assertThat(order.get("reason").asString()).isEqualTo(WHY);
            assertThat(order.get("qn").asString()).isEqualTo(request.qn());
            assertThat(order.get("qn_rtn_zh").asString()).isEqualTo("准备执行请求");
            assertThat(order.get("exe_rtn").asString()).isEqualTo("1");
            assertThat(order.get("attempts").asInt()).isOne();
            assertThat(whats(order)).containsExactly("asked", "sent", "accepted", "done");
            assertThat(order.at("/events/1/text").asString())
                    .startsWith("##")
                    .contains("CN=1062")
                    .doesNotContain("123456");
            assertThat(admin.get("/api/v1/frames/"
                                    + order.at("/events/3/frame_id").asString())
                            .json()
                            .get("cn")
                            .asString())
                    .isEqualTo("9012");
        }
    }

    @Test
    void a_device_of_2005_answers_with_the_exchange_in_the_data_area() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-2", known("ORDER-2"));
                SocketDevice device = SocketDevice.connect(loggers, OLD, "ORDER-2", clock.instant())) {
            long id = ask("ORDER-2", "3011", "{\"PolId\": \"w01018\"}");
            Frame request = device.await("3011");
            assertThat(request.findField("PolId")).as("the code of 2005").hasValue("011");
            Frame ack = Replies.requestAck(request, QnRtn.READY).frame();
            assertThat(ack.qn()).isEmpty();
            device.write(Replies.requestAck(request, QnRtn.READY));
            device.write(Replies.executionResult(request, ExeRtn.BAD_CONDITION));
            JsonNode failed = stream.await("command", command -> state(command, id, "failed"))
                    .data();
            assertThat(failed.get("exe_rtn").asString()).isEqualTo("3");
        }
    }

    @Test
    void a_refusal_ends_the_order() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-3", known("ORDER-3"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-3", clock.instant())) {
            long id = ask("ORDER-3", "3012", "{\"PolId\": \"w01018\"}");
            device.write(Replies.requestAck(device.await("3012"), QnRtn.BAD_PASSWORD));
            JsonNode refused = stream.await("command", command -> state(command, id, "refused"))
                    .data();
            assertThat(refused.get("qn_rtn_zh").asString()).isEqualTo("PW 错误");
        }
    }

    @Test
    void a_notification_ends_with_9013() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-4", known("ORDER-4"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-4", clock.instant())) {
            long id = ask("ORDER-4", "2012", "{}");
            device.write(Replies.notificationAck(device.await("2012")));
            stream.await("command", command -> state(command, id, "done"));
        }
    }

    @Test
    void without_an_answer_the_same_exchange_is_sent_again_and_then_given_up() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-5", known("ORDER-5"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-5", clock.instant())) {
            long id = ask("ORDER-5", "1061", "{}");
            List<String> exchanges = new ArrayList<>();
            for (int sending = 1; sending <= 4; sending++) {
                int count = sending;
                exchanges.add(device.await("1061").qn());
                stream.await(
                        "command",
                        command -> state(command, id, "sent")
                                && command.get("attempts").asInt() == count);
                clock.advance(Duration.ofSeconds(11));
            }
            stream.await("command", command -> state(command, id, "timed-out"));
            assertThat(exchanges.stream().distinct()).hasSize(1);
            assertThat(whats(order(id))).containsExactly("asked", "sent", "resent", "resent", "resent", "no-answer");
        }
    }

    @Test
    void accepted_without_a_result_is_given_up_and_not_sent_again() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-6", known("ORDER-6"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-6", clock.instant())) {
            long id = ask("ORDER-6", "1061", "{}");
            Frame request = device.await("1061");
            device.write(Replies.requestAck(request, QnRtn.READY));
            stream.await("command", command -> state(command, id, "accepted"));
            clock.advance(Duration.ofSeconds(121));
            stream.await("command", command -> state(command, id, "timed-out"));
            assertThat(whats(order(id))).containsExactly("asked", "sent", "accepted", "execution-timeout");
            device.write(Replies.executionResult(request, ExeRtn.SUCCESS));
            stream.await("command", command -> state(command, id, "timed-out"));
            assertThat(whats(order(id))).endsWith("late-answer");
        }
    }

    @Test
    void an_order_waits_for_its_device_and_orders_keep_their_turn() {
        known("ORDER-7");
        long first = ask("ORDER-7", "1061", "{}");
        long second = ask("ORDER-7", "1063", "{}");
        assertThat(order(first).get("state").asString()).isEqualTo("queued");
        try (SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-7", clock.instant())) {
            Frame one = device.await("1061", "1063");
            assertThat(one.cn()).isEqualTo("1061");
            assertThat(order(second).get("state").asString()).isEqualTo("queued");
            device.write(Replies.requestAck(one, QnRtn.REFUSED));
            assertThat(device.await("1061", "1063").cn()).isEqualTo("1063");
        }
    }

    @Test
    void an_order_nobody_could_be_sent_expires() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-8", known("ORDER-8"))) {
            long id = ask("ORDER-8", "1061", "{}");
            clock.advance(Duration.ofHours(25));
            administrator();
            stream.await("command", command -> state(command, id, "timed-out"));
            admin = administrator();
            assertThat(whats(order(id))).containsExactly("asked", "expired");
        }
    }

    @Test
    void history_that_is_sent_back_is_linked_to_the_order() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-9", known("ORDER-9"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-9", clock.instant())) {
            Instant hour = Instant.parse("2026-11-20T01:00:00Z");
            long id = ask("ORDER-9", "2061", """
                    {"BeginTime": "2026-11-20T08:00:00+08:00", "EndTime": "20261120100000"}""");
            Frame request = device.await("2061");
            assertThat(request.findField("BeginTime")).hasValue("20261120080000");
            device.write(Replies.requestAck(request, QnRtn.READY));
            stream.await("command", command -> state(command, id, "accepted"));
            device.write(StoredFrames.bytes("ORDER-9", "2061", hour, "w01018-Avg", "31.5", "w01018-Flag", "N"));
            device.write(StoredFrames.bytes(
                    "ORDER-9", "2061", hour.minus(Duration.ofDays(2)), "w01018-Avg", "9", "w01018-Flag", "N"));
            device.write(Replies.executionResult(request, ExeRtn.SUCCESS));
            JsonNode done = stream.await("command", command -> state(command, id, "done"))
                    .data();
            assertThat(done.get("data_frames").asInt())
                    .as("the other hour was not asked for")
                    .isOne();
        }
    }

    @Test
    void a_device_that_asks_for_the_time_is_given_it() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-10", known("ORDER-10"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-10", clock.instant())) {
            device.write(
                    device.to("1013").qn(Qn.of(clock.instant())).answerWanted().build());
            assertThat(device.await("9013", "1012").cn())
                    .as("first the receipt")
                    .isEqualTo("9013");
            Frame setTime = device.await("1012");
            assertThat(setTime.findField("SystemTime").orElseThrow())
                    .startsWith(StoredFrames.SECONDS.format(clock.instant()).substring(0, 11));
            device.write(Replies.requestAck(setTime, QnRtn.READY));
            device.write(Replies.executionResult(setTime, ExeRtn.SUCCESS));
            JsonNode done = stream.await(
                            "command",
                            command -> command.get("state").asString().equals("done"))
                    .data();
            assertThat(done.get("asked_by").asString()).isEqualTo("system");
        }
    }

    @Test
    void the_timing_a_device_was_given_is_kept_to() {
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live?mn=ORDER-11", known("ORDER-11"));
                SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-11", clock.instant())) {
            long timing = ask("ORDER-11", "1000", "{\"OverTime\": 60, \"ReCount\": 1}");
            Frame request = device.await("1000");
            device.write(Replies.requestAck(request, QnRtn.READY));
            device.write(Replies.executionResult(request, ExeRtn.SUCCESS));
            stream.await("command", command -> state(command, timing, "done"));
            long id = ask("ORDER-11", "1061", "{}");
            device.await("1061");
            stream.await("command", command -> state(command, id, "sent"));
            clock.advance(Duration.ofSeconds(61));
            device.await("1061");
            clock.advance(Duration.ofSeconds(61));
            stream.await("command", command -> state(command, id, "timed-out"));
            assertThat(whats(order(id))).containsExactly("asked", "sent", "resent", "no-answer");
        }
    }

    @Test
    void a_new_password_is_never_shown() {
        try (SocketDevice device = SocketDevice.connect(loggers, NEW, "ORDER-12", clock.instant())) {
            long id = ask("ORDER-12", "1072", "{\"NewPW\": \"secret\"}");
            assertThat(device.await("1072").findField("NewPW")).hasValue("secret");
            assertThat(admin.get("/api/v1/commands/" + id).text()).doesNotContain("secret");
            assertThat(admin.get("/api/v1/commands?mn=ORDER-12").text()).doesNotContain("secret");
        }
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_reason() {
        known("ORDER-13");
        assertThat(refusal("ORDER-13", "1061", "{}", "").problemCode()).isEqualTo("reason-required");
        assertThat(refusal("ORDER-13", "1021", "{}", WHY).problemCode()).isEqualTo("unknown-command-for-edition");
        assertThat(refusal("ORDER-13", "9014", "{}", WHY).problemCode()).isEqualTo("unknown-command-for-edition");
        Answer outOfRange = refusal("ORDER-13", "1062", "{\"RtdInterval\": 5}", WHY);
        assertThat(outOfRange.problemCode()).isEqualTo("bad-parameter");
        assertThat(outOfRange.status()).isEqualTo(422);
        assertThat(outOfRange.json().at("/errors/0/field").asString()).isEqualTo("parameters.RtdInterval");
        assertThat(outOfRange.json().at("/errors/0/message_zh").asString()).containsPattern("\\p{IsHan}");
        assertThat(refusal("NOBODY-AT-ALL", "1061", "{}", WHY).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/commands/999999").problemCode()).isEqualTo("not-found");
    }

    @Test
    void an_open_order_can_be_taken_back_with_a_reason_and_a_finished_one_not() {
        known("ORDER-14");
        long id = ask("ORDER-14", "1061", "{}");
        assertThat(cancel(id, "").problemCode()).isEqualTo("reason-required");
        assertThat(cancel(id, "误下").json().get("state").asString()).isEqualTo("cancelled");
        assertThat(cancel(id, "再次").problemCode()).isEqualTo("already-finished");
        assertThat(cancel(id, "再次").status()).isEqualTo(409);
        assertThat(whats(order(id))).containsExactly("asked", "cancelled");
    }

    @Test
    void orders_are_listed_page_by_page_newest_first() {
        known("ORDER-15");
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(ask("ORDER-15", "1061", "{}"));
        }
        List<Long> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.get("/api/v1/commands?mn=ORDER-15&state=queued&limit=2" + cursor)
                    .json();
            page.get("items").forEach(item -> read.add(item.get("id").asLong()));
            JsonNode next = page.get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(asked.reversed());
    }

    @Test
    void the_catalogue_lists_a_code_twice_that_means_two_things() {
        List<String> meanings = new ArrayList<>();
        admin.get("/api/v1/commands/catalogue").json().forEach(entry -> {
            if (entry.get("cn").asString().equals("3014")) {
                meanings.add(entry.get("editions").get(0).asString());
            }
        });
        assertThat(meanings).contains("2005", "2017");
    }

    /** Registers a device; returns the caller for streams. */
    private Caller known(String mn) {
        Answer answer = admin.change("PUT", "/api/v1/devices/" + mn, "{\"name\": \"n\", \"medium\": \"waste-water\"}");
        assertThat(answer.status()).isBetween(200, 201);
        return admin;
    }

    private long ask(String mn, String cn, String parameters) {
        Answer answer = refusal(mn, cn, parameters, WHY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        long id = answer.json().get("id").asLong();
        assertThat(answer.header("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/" + id));
        return id;
    }

    private Answer refusal(String mn, String cn, String parameters, String reason) {
        return admin.change("POST", "/api/v1/commands", """
                {"mn": "%s", "cn": "%s", "parameters": %s, "reason": "%s"}""".formatted(mn, cn, parameters, reason));
    }

    private Answer cancel(long id, String reason) {
        return admin.change("POST", "/api/v1/commands/" + id + "/cancel", "{\"reason\": \"" + reason + "\"}");
    }

    private JsonNode order(long id) {
        return admin.get("/api/v1/commands/" + id).json();
    }

    private static boolean state(JsonNode command, long id, String state) {
        return command.get("id").asLong() == id
                && command.get("state").asString().equals(state);
    }

    private static List<String> whats(JsonNode order) {
        List<String> whats = new ArrayList<>();
        order.get("events").forEach(event -> whats.add(event.get("what").asString()));
        return whats;
    }
}
