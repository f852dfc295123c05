package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.QnRtn;
import io.jianhu.hj212.Times;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.internal.command.OrderBook.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a device's frame means for its work orders. Answers are matched by QN, wherever the edition puts it; data are
 * matched by command and, where a span was asked for, by time. Taking the same frame twice changes nothing.
 */
@Component
class OrderReplies {

    private static final int DATA_EVENTS = 200;

    private final OrderBook book;
    private final OrderRows rows;
    private final OrderRunner runner;
    private final OrderEffects effects;
    private final Clock clock;

    OrderReplies(OrderBook book, OrderRows rows, OrderRunner runner, OrderEffects effects, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.runner = runner;
        this.effects = effects;
        this.clock = clock;
    }

    /** Takes a usable frame. */
    void take(FrameRef ref, Frame frame) {
        switch (frame.cn()) {
            case "9011", "9012", "9013" -> answer(ref, frame);
            default -> data(ref, frame);
        }
    }

    private void answer(FrameRef ref, Frame frame) {
        Optional<Long> id = frame.findExchange()
                .filter(qn -> !qn.isEmpty())
                .flatMap(qn -> rows.findIdByExchange(ref.deviceId(), qn));
        if (id.isEmpty()) {
            return;
        }
        Optional<Step> step = book.change(id.get(), order -> decide(order, ref, frame));
        step.map(Step::order).filter(order -> !order.state().isOpen()).ifPresent(finished -> {
            if (finished.state() == OrderState.DONE) {
                effects.done(finished);
            }
            runner.dispatch(ref.deviceId());
        });
    }

    private Optional<Step> decide(WorkOrder order, FrameRef ref, Frame frame) {
        if (!order.state().isOpen()) {
            boolean wasGivenUp = order.state() == OrderState.TIMED_OUT || order.state() == OrderState.CANCELLED;
            return wasGivenUp
                    ? Optional.of(Step.noted(order, OrderEvent.LATE_ANSWER, ref.toString()))
                    : Optional.empty();
        }
        Instant now = clock.instant();
        Optional<String> result = frame.findField(frame.cn().equals("9012") ? "ExeRtn" : "QnRtn")
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return switch (frame.cn()) {
            case "9011" -> requestAnswered(order, result, now, ref);
            case "9012" -> {
                boolean success = result.flatMap(ExeRtn::find)
                        .filter(ExeRtn.SUCCESS::equals)
                        .isPresent();
                yield Optional.of(Step.noted(
                        order.answered(success ? OrderState.DONE : OrderState.FAILED, result, now),
                        success ? OrderEvent.DONE : OrderEvent.FAILED,
                        ref.toString()));
            }
            default -> notificationAnswered(order, now, ref);
        };
    }

    private Optional<Step> requestAnswered(WorkOrder order, Optional<String> result, Instant now, FrameRef ref) {
        boolean ready = result.isEmpty()
                || result.flatMap(QnRtn::find).filter(QnRtn.READY::equals).isPresent();
        if (!ready) {
            return Optional.of(Step.noted(order.refused(result, now), OrderEvent.REFUSED, ref.toString()));
        }
        return order.state() == OrderState.ACCEPTED
                ? Optional.empty()
                : Optional.of(Step.noted(
                        order.accepted(result, now, now.plus(runner.executionTimeout())),
                        OrderEvent.ACCEPTED,
                        ref.toString()));
    }

    /** 9013 ends a notification. Some devices answer a plain setting with it, too: there is no more to come then. */
    private Optional<Step> notificationAnswered(WorkOrder order, Instant now, FrameRef ref) {
        boolean ends = Commands.find(order.edition(), order.cn())
                .map(command -> !command.returnsData())
                .orElse(true);
        return ends
                ? Optional.of(Step.noted(
                        order.answered(OrderState.DONE, order.exeRtn(), now), OrderEvent.DONE, ref.toString()))
                : requestAnswered(order, Optional.empty(), now, ref);
    }

    private void data(FrameRef ref, Frame frame) {
        if (!book.mayHaveOpenOrders(ref.deviceId())) {
            return;
        }
        for (WorkOrder order : book.listOpen(ref.deviceId())) {
            if (order.state() != OrderState.QUEUED && answers(frame, order)) {
                Instant due = clock.instant().plus(runner.executionTimeout());
                book.change(
                        order.id(),
                        still -> still.state() == OrderState.ACCEPTED && still.dataFrames() < DATA_EVENTS
                                ? Optional.of(Step.noted(still.withData(due), OrderEvent.DATA, ref.toString()))
                                : Optional.empty());
            }
        }
    }

    private static boolean answers(Frame frame, WorkOrder order) {
        boolean returnsData = Commands.find(order.edition(), order.cn())
                .filter(Command::returnsData)
                .isPresent();
        if (!returnsData || !frame.cn().equals(order.cn())) {
            return false;
        }
        Optional<Instant> begin = time(order, "BeginTime");
        Optional<Instant> end = time(order, "EndTime");
        if (begin.isEmpty() || end.isEmpty()) {
            return true;
        }
        return frame.findDataTime()
                .filter(time -> !time.isBefore(begin.get()) && !time.isAfter(end.get()))
                .isPresent();
    }

    private static Optional<Instant> time(WorkOrder order, String name) {
        return Optional.ofNullable(order.parameters().get(name))
                .map(List::getFirst)
                .flatMap(Times::findTime)
                .map(time -> time.toInstant(Beijing.ZONE));
    }
}
