package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.QnSource;
import io.jianhu.hj212.Requests;
import io.jianhu.hj212.Times;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.internal.command.OrderBook.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends work orders and gives up on them in time (HJ 212-2017 6.1 and table 1).
 *
 * <p>A device is asked one thing at a time. No answer within its time-out: the same frame again, under the same QN, up
 * to its number of re-sends. Accepted but no result: given up, not sent again. A device that is not connected is waited
 * for until the order expires. Written down first, then sent: a platform that is killed in between sends the same
 * exchange again.
 */
@Component
class OrderRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRunner.class);
    private static final int DUE_AT_ONCE = 500;

    private final OrderBook book;
    private final OrderRows rows;
    private final TargetLookup targets;
    private final DeviceDirectory directory;
    private final DeviceLink link;
    private final Clock clock;
    private final Duration executionTimeout;
    private final Map<Integer, QnSource> exchanges = new ConcurrentHashMap<>();

    OrderRunner(
            OrderBook book,
            OrderRows rows,
            TargetLookup targets,
            DeviceDirectory directory,
            DeviceLink link,
            Clock clock,
            @Value("${jianhu.command.execution-timeout:120s}") Duration executionTimeout) {
        this.book = book;
        this.rows = rows;
        this.targets = targets;
        this.directory = directory;
        this.link = link;
        this.clock = clock;
        this.executionTimeout = executionTimeout;
    }

    /** How long a device that has accepted an order, or sent data for it, is waited for. */
    Duration executionTimeout() {
        return executionTimeout;
    }

    /** Deals with every order whose time has come. */
    void runDue() {
        for (long id : rows.listDue(clock.instant(), DUE_AT_ONCE)) {
            rows.find(id).ifPresent(this::due);
        }
    }

    /** Sends the oldest order in the queue of the device, where it is connected and busy with no other. */
    void dispatch(int deviceId) {
        Optional<Device> device = directory.findById(deviceId);
        List<WorkOrder> open = book.listOpen(deviceId);
        boolean busy = open.stream().anyMatch(order -> order.state() != OrderState.QUEUED);
        if (device.isEmpty()
                || open.isEmpty()
                || busy
                || link.findConnection(device.get().mn()).isEmpty()) {
            return;
        }
        send(device.get(), open.getFirst());
    }

    /** As {@link #dispatch}, for every device that may have something in its queue. */
    void dispatchAll() {
        book.devicesWithOpenOrders().forEach(this::dispatch);
    }

    private void due(WorkOrder order) {
        Instant now = clock.instant();
        switch (order.state()) {
            case QUEUED -> finish(order, OrderState.QUEUED, OrderEvent.EXPIRED);
            case ACCEPTED -> finish(order, OrderState.ACCEPTED, OrderEvent.EXECUTION_TIMEOUT);
            case SENT -> {
                Optional<Device> device = directory.findById(order.deviceId());
                if (!now.isBefore(order.expiresAt())
                        || order.attempts() > rows.timing(order.deviceId()).reCount()) {
                    finish(order, OrderState.SENT, OrderEvent.NO_ANSWER);
                } else if (device.isEmpty()
                        || link.findConnection(device.get().mn()).isEmpty()) {
                    book.change(
                            order.id(),
                            still -> isAsItWas(still, order)
                                    ? Optional.of(Step.of(still.queuedAgain(still.attempts()), OrderEvent.LINK_LOST))
                                    : Optional.empty());
                } else {
                    send(device.get(), order);
                }
            }
            default -> LOG.debug("Order {} was finished meanwhile", order.id());
        }
    }

    private void finish(WorkOrder order, OrderState from, OrderEvent event) {
        Instant now = clock.instant();
        book.change(
                order.id(),
                still -> still.state() == from && isAsItWas(still, order)
                        ? Optional.of(Step.of(still.ended(OrderState.TIMED_OUT, now), event))
                        : Optional.empty());
        dispatch(order.deviceId());
    }

    private void send(Device device, WorkOrder order) {
        Instant now = clock.instant();
        String qn = order.qn().orElseGet(() -> exchanges(device.deviceId()).get());
        byte[] bytes;
        try {
            bytes = frame(device, order, qn, now);
        } catch (IllegalArgumentException unspeakable) {
            book.change(
                    order.id(),
                    still -> Optional.of(Step.noted(
                            still.ended(OrderState.FAILED, now),
                            OrderEvent.FAILED,
                            String.valueOf(unspeakable.getMessage()))));
            return;
        }
        Instant due = now.plusSeconds(rows.timing(device.deviceId()).overTimeSeconds());
        Optional<Step> step = book.change(
                order.id(),
                still -> isAsItWas(still, order)
                        ? Optional.of(new Step(
                                still.sent(qn, now, due),
                                still.attempts() == 0 ? OrderEvent.SENT : OrderEvent.RESENT,
                                Optional.of(bytes),
                                Optional.empty()))
                        : Optional.empty());
        step.ifPresent(sent -> hand(device, sent.order(), bytes));
    }

    private void hand(Device device, WorkOrder sent, byte[] bytes) {
        Optional<DeviceLink.Connection> connection = link.findConnection(device.mn());
        if (connection.isEmpty()) {
            notSent(sent);
            return;
        }
        connection.get().send(bytes).whenComplete((done, failure) -> {
            if (failure != null) {
                Thread.startVirtualThread(() -> notSent(sent));
            }
        });
    }

    private void notSent(WorkOrder sent) {
        book.change(
                sent.id(),
                still -> isAsItWas(still, sent)
                        ? Optional.of(Step.of(still.queuedAgain(still.attempts() - 1), OrderEvent.NOT_SENT))
                        : Optional.empty());
    }

    private byte[] frame(Device device, WorkOrder order, String qn, Instant now) {
        Command command = Commands.get(order.edition(), order.cn());
        Map<String, List<String>> parameters = order.parameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(value -> OrderParameters.atSending(value, now))
                                .toList()));
        return switch (Requests.of(command, targets.target(device, order.edition()), qn, parameters)) {
            case Requests.Ready ready -> ready.request().toBytes();
            case Requests.Refused refused ->
                throw new IllegalArgumentException(refused.errors().getFirst().messageEn());
        };
    }

    private QnSource exchanges(int deviceId) {
        return exchanges.computeIfAbsent(
                deviceId,
                id -> rows.findLastExchange(id)
                        .flatMap(Times::findTime)
                        .map(last -> new QnSource(clock, last.toInstant(Beijing.ZONE)))
                        .orElseGet(() -> new QnSource(clock)));
    }

    private static boolean isAsItWas(WorkOrder still, WorkOrder before) {
        return still.state() == before.state()
                && still.attempts() == before.attempts()
                && still.dueAt().equals(before.dueAt());
    }
}
