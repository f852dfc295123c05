package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.ProblemCodes;

/** What happens to a work order. */
enum OrderEvent {
    ASKED("已下达", "asked"),
    SENT("已发送", "sent"),
    RESENT("已重发", "sent again"),
    NOT_SENT("未能发出，等待设备重新连接", "could not be sent; waits for the device"),
    LINK_LOST("连接中断，等待设备重新连接", "connection lost; waits for the device"),
    ACCEPTED("设备已受理", "accepted by the device"),
    REFUSED("设备拒绝", "refused by the device"),
    DATA("收到数据", "data received"),
    DONE("执行完成", "done"),
    FAILED("执行失败", "failed"),
    NO_ANSWER("多次发送均无应答", "no answer to any sending"),
    EXECUTION_TIMEOUT("已受理，但未在时限内报告结果", "accepted, but no result in time"),
    EXPIRED("到期仍未能发送", "expired before it could be sent"),
    CANCELLED("已取消", "cancelled"),
    LATE_ANSWER("结束后才收到应答", "answered after it was finished");

    private final Bilingual text;

    OrderEvent(String zh, String en) {
        this.text = new Bilingual(zh, en);
    }

    String label() {
        return ProblemCodes.of(this);
    }

    Bilingual text() {
        return text;
    }

    static OrderEvent getByLabel(String label) {
        for (OrderEvent event : values()) {
            if (event.label().equals(label)) {
                return event;
            }
        }
        throw new IllegalArgumentException("no event " + label);
    }
}
