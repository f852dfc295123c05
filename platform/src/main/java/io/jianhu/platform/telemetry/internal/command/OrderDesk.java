package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.ParameterError;
import io.jianhu.hj212.Qn;
import io.jianhu.hj212.Requests;
import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.api.ProblemCodes;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.telemetry.TelemetryProblem;
import io.jianhu.platform.telemetry.internal.command.OrderBook.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where work orders are given and taken back. Who and why is always written down. */
@Service
public class OrderDesk {

    private static final String SYSTEM = "system";
    private static final String SET_TIME = "1012";
    private static final int LONGEST_REASON = 1_000;

    private final OrderBook book;
    private final OrderScheduler scheduler;
    private final TargetLookup targets;
    private final Clock clock;

    OrderDesk(OrderBook book, OrderScheduler scheduler, TargetLookup targets, Clock clock) {
        this.book = book;
        this.scheduler = scheduler;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Takes an order. It is kept, and sent as soon as the device can be reached.
     *
     * @param actor who asks
     * @return its number
     * @throws ApiProblem a {@link TelemetryProblem} where reason, command or parameters do not do
     */
    public long ask(
            Device device, String cn, Map<String, @Nullable Object> parameters, @Nullable String reason, Actor actor) {
        String why = reason(reason);
        Edition edition = targets.edition(device);
        Command command = Commands.find(edition, cn)
                .filter(OrderCatalogue::isOrderable)
                .orElseThrow(() -> ApiProblem.of(
                        TelemetryProblem.UNKNOWN_COMMAND_FOR_EDITION,
                        new Bilingual(
                                "版本 " + edition.label() + " 没有可下发的命令 " + cn,
                                "Edition " + edition.label() + " has no command " + cn + " to send")));
        Map<String, List<String>> given = OrderParameters.given(command, parameters);
        check(command, given);
        long id = book.add(device.deviceId(), cn, edition, given, actor, why);
        scheduler.wake(device.deviceId());
        return id;
    }

    /** Takes an order back; one that was sent may be carried out all the same. */
    public void cancel(long id, @Nullable String reason, Actor actor) {
        String why = reason(reason);
        Instant now = clock.instant();
        Optional<Step> step = book.change(
                id,
                actor,
                why,
                order -> order.state().isOpen()
                        ? Optional.of(Step.noted(
                                order.ended(OrderState.CANCELLED, now),
                                OrderEvent.CANCELLED,
                                actor.getName() + ": " + why))
                        : Optional.empty());
        scheduler.wake(step.orElseThrow(() -> ApiProblem.of(TelemetryProblem.ALREADY_FINISHED))
                .order()
                .deviceId());
    }

    /** A device has asked for the time (1013); the platform sets its clock (1012), HJ 212-2017 6.7. */
    void answerClockRequest(Device device, Frame frame) {
        if (Commands.find(frame.edition(), SET_TIME).isEmpty()
                || book.listOpen(device.deviceId()).stream()
                        .anyMatch(order ->
                                order.cn().equals(SET_TIME) && order.askedBy().equals(SYSTEM))) {
            return;
        }
        Command command = Commands.get(frame.edition(), SET_TIME);
        Map<String, @Nullable Object> parameters = frame.findField("PolId")
                .<Map<String, @Nullable Object>>map(factor -> Map.of("PolId", factor))
                .orElse(Map.of());
        Map<String, List<String>> given = OrderParameters.given(command, parameters);
        book.add(
                device.deviceId(),
                SET_TIME,
                frame.edition(),
                given,
                Actor.system(),
                "设备请求校时（1013） / the device asked for the time (1013)");
        scheduler.wake(device.deviceId());
    }

    private void check(Command command, Map<String, List<String>> given) {
        Instant now = clock.instant();
        Map<String, List<String>> sample = new java.util.LinkedHashMap<>();
        given.forEach((name, values) -> sample.put(
                name,
                values.stream()
                        .map(value -> OrderParameters.atSending(value, now))
                        .toList()));
        Requests.Target anyone = new Requests.Target(command.edition(), "32", "123456", "0");
        if (Requests.of(command, anyone, Qn.of(now), sample) instanceof Requests.Refused refused) {
            throw ApiProblem.of(TelemetryProblem.BAD_PARAMETER)
                    .withErrors(refused.errors().stream().map(OrderDesk::field).toList());
        }
    }

    private static FieldProblem field(ParameterError error) {
        return new FieldProblem(
                "parameters." + error.parameter(), ProblemCodes.of(error.code()), error.messageEn(), error.messageZh());
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ApiProblem.of(TelemetryProblem.REASON_REQUIRED)
                    .withErrors(List.of(new FieldProblem(
                            "reason",
                            "required",
                            "1 to " + LONGEST_REASON + " characters",
                            "1 至 " + LONGEST_REASON + " 个字符")));
        }
        return reason.strip();
    }
}
