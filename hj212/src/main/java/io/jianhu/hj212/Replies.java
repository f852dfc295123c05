package io.jianhu.hj212;

import java.util.Optional;

/**
 * The replies of both sides (HJ 212-2017 6.1, 6.5, appendix C; HJ/T 212-2005 in its own shape).
 *
 * <p>A reply echoes QN, PW and MN of the frame it answers and never wants an answer itself. Since 2017 the QN stands in the
 * header; in 2005 it stands in the data area and the header has none.
 */
public final class Replies {

    private static final String INTERACTION = "91";

    private Replies() {}

    /**
     * What the platform owes for an accepted upload: 9014 for data, 9013 for a notification, 9022 for a login. Empty where the
     * flag asks for no answer, where the frame is itself a reply or belongs to the platform, and where there is no QN to name
     * it by, as in many uploads of 2005. Never throws.
     *
     * <p>Send it after the frame is durable, never before.
     */
    public static Optional<Outgoing> findReplyTo(Frame received) {
        if (!received.flag().answerWanted() || !isAnswerable(received)) {
            return Optional.empty();
        }
        Optional<Command> command = Commands.find(received.edition(), received.cn());
        if (command.isEmpty()) {
            return Optional.of(dataAck(received));
        }
        return command.get().upward().flatMap(kind -> switch (kind) {
            case DATA -> Optional.of(dataAck(received));
            case NOTIFICATION -> Optional.of(notificationAck(received));
            case LOGIN -> Optional.of(loginAck(received));
            case REPLY -> Optional.empty();
        });
    }

    /** 9014: the data have arrived. */
    public static Outgoing dataAck(Frame received) {
        return reply(received, "9014").build();
    }

    /** 9013: the notification has arrived. */
    public static Outgoing notificationAck(Frame received) {
        return reply(received, "9013").build();
    }

    /** 9022: the login is taken. An extension of makers and provinces, in no edition. */
    public static Outgoing loginAck(Frame received) {
        return reply(received, "9022").build();
    }

    /** 9011, from a device: the request has arrived and will be carried out or not. 2005 gets the nearest code it knows. */
    public static Outgoing requestAck(Frame request, QnRtn result) {
        return reply(request, "9011")
                .field("QnRtn", Integer.toString(result.in(request.edition()).code()))
                .build();
    }

    /** 9012, from a device: the request has been carried out or not. 2005 gets the nearest code it knows. */
    public static Outgoing executionResult(Frame request, ExeRtn result) {
        return reply(request, "9012")
                .field("ExeRtn", Integer.toString(result.in(request.edition()).code()))
                .build();
    }

    private static boolean isAnswerable(Frame received) {
        Optional<String> exchange = received.findExchange().filter(qn -> !qn.isEmpty());
        return exchange.isPresent()
                && Grammar.isHeaderValue(exchange.get())
                && Grammar.isValue(exchange.get())
                && Grammar.isHeaderValue(received.pw())
                && Grammar.isHeaderValue(received.mn());
    }

    private static Outgoing.Builder reply(Frame received, String cn) {
        Outgoing.Builder reply = Outgoing.to(received.edition(), INTERACTION, cn)
                .pw(received.pw())
                .mn(received.mn());
        String exchange = received.findExchange().orElse("");
        return received.edition() == Edition.HJT_212_2005 ? reply.field("QN", exchange) : reply.qn(exchange);
    }
}
