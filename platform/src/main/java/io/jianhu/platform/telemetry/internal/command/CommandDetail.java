package io.jianhu.platform.telemetry.internal.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A work order with its history. Its first fields are those of {@link CommandView}. */
public record CommandDetail(
        long id,
        String mn,
        String deviceName,
        String cn,
        String nameZh,
        String nameEn,
        Map<String, Object> parameters,
        String state,
        @Nullable String qn,
        int attempts,
        int dataFrames,
        @Nullable String qnRtn,
        @Nullable String qnRtnZh,
        @Nullable String qnRtnEn,
        @Nullable String exeRtn,
        @Nullable String exeRtnZh,
        @Nullable String exeRtnEn,
        String askedBy,
        String reason,
        Instant askedAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Instant finishedAt,
        Instant expiresAt,
        List<Event> events) {

    /**
     * One thing that happened to it.
     *
     * @param what stable
     * @param text the frame sent, with secrets hidden, or a remark
     * @param frameId the frame received
     */
    public record Event(
            Instant at,
            String what,
            String whatZh,
            String whatEn,
            @Nullable String text,
            @Nullable String frameId) {}

    static CommandDetail of(CommandView view, List<Event> events) {
        return new CommandDetail(
                view.id(),
                view.mn(),
                view.deviceName(),
                view.cn(),
                view.nameZh(),
                view.nameEn(),
                view.parameters(),
                view.state(),
                view.qn(),
                view.attempts(),
                view.dataFrames(),
                view.qnRtn(),
                view.qnRtnZh(),
                view.qnRtnEn(),
                view.exeRtn(),
                view.exeRtnZh(),
                view.exeRtnEn(),
                view.askedBy(),
                view.reason(),
                view.askedAt(),
                view.sentAt(),
                view.answeredAt(),
                view.finishedAt(),
                view.expiresAt(),
                events);
    }
}
