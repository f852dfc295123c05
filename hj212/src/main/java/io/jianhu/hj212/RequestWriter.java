package io.jianhu.hj212;

import java.util.List;
import java.util.Map;

/** Writes checked parameters as the catalogue lays them out. */
final class RequestWriter {

    private final Command command;
    private final Map<String, List<String>> parameters;

    RequestWriter(Command command, Map<String, List<String>> parameters) {
        this.command = command;
        this.parameters = parameters;
    }

    Outgoing write(Requests.Target target, String qn) {
        Outgoing.Builder request = Outgoing.to(command.edition(), target.st(), command.cn())
                .qn(qn)
                .pw(target.pw())
                .mn(target.mn())
                .answerWanted();
        for (CommandParameter parameter : command.request()) {
            if (!parameter.isWritten()) {
                continue;
            }
            for (String value : parameters.getOrDefault(parameter.name(), List.of())) {
                String text = onTheWire(parameter, value);
                switch (parameter.place()) {
                    case NEW_OBJECT -> request.field(key(parameter), text);
                    case SAME_OBJECT -> request.with(key(parameter), text);
                }
            }
        }
        return request.build();
    }

    private String key(CommandParameter parameter) {
        String wire = parameter.wire();
        int open = wire.indexOf('{');
        if (open < 0) {
            return wire;
        }
        int close = wire.indexOf('}');
        String name = wire.substring(open + 1, close);
        CommandParameter inKey = command.request().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command.cn() + ": no parameter " + name));
        String value = parameters.getOrDefault(name, List.of("")).getFirst();
        return wire.substring(0, open) + onTheWire(inKey, value) + wire.substring(close + 1);
    }

    private String onTheWire(CommandParameter parameter, String value) {
        return switch (parameter.type()) {
            case INTEGER -> "0".repeat(Math.max(0, parameter.digits() - value.length())) + value;
            case FACTOR -> command.edition() == Edition.HJT_212_2005 ? legacyOf(value) : value;
            default -> value;
        };
    }

    private static String legacyOf(String factor) {
        return FactorCodes.findByCode(factor).flatMap(FactorCode::legacyCode).orElse(factor);
    }
}
