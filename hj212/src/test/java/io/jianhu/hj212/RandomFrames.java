package io.jianhu.hj212;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Frames as the catalogue allows them, of every edition and command, from a seed. */
final class RandomFrames {

    private static final List<String> WATER = List.of("w01018", "w21003", "w21011", "w01001", "w00000");
    private static final List<String> GAS = List.of("a21026", "a21002", "a34013", "a19001", "a00000");
    private static final String HEX = "0123456789ABCDEF";

    private final Random random;

    RandomFrames(long seed) {
        this.random = new Random(seed);
    }

    /** Every work order of the edition, each once. */
    List<Outgoing> requests(Edition edition) {
        List<Outgoing> requests = new ArrayList<>();
        for (Command command : Commands.listDownward(edition)) {
            Requests.Target target = new Requests.Target(edition, st(edition), pw(), mn(edition));
            String factor = factors(target.st()).getFirst();
            Requests.Outcome outcome = Requests.of(command, target, qn(), parameters(command, factor));
            switch (outcome) {
                case Requests.Ready ready -> requests.add(ready.request());
                case Requests.Refused refused ->
                    throw new AssertionError(command.edition() + " " + command.cn() + ": " + refused.errors());
            }
        }
        return requests;
    }

    /** Everything a device of the edition sends, each once. */
    List<Outgoing> uploads(Edition edition) {
        List<Outgoing> uploads = new ArrayList<>();
        for (Command command : Commands.list(edition)) {
            if (command.upward().isPresent()) {
                uploads.add(upload(command));
            }
        }
        return uploads;
    }

    private Outgoing upload(Command command) {
        Edition edition = command.edition();
        boolean reply = command.upward().get() == Command.Upward.REPLY;
        String st = reply ? "91" : st(edition);
        Outgoing.Builder builder =
                Outgoing.to(edition, st, command.cn()).pw(pw()).mn(mn(edition));
        if (!reply || edition != Edition.HJT_212_2005) {
            builder.qn(qn());
        }
        if (!reply && random.nextBoolean()) {
            builder.answerWanted();
        }
        if (!reply && random.nextInt(4) == 0) {
            int count = 2 + random.nextInt(8);
            builder.packet(count, 1 + random.nextInt(count));
        }
        if (!reply && edition == Edition.HJ_212_2025 && random.nextInt(4) == 0) {
            builder.backfilled();
        }
        List<String> factors = factors(st);
        for (int i = 0; i < (reply ? 1 : 1 + random.nextInt(factors.size())); i++) {
            upload(command, builder, sent(edition, factors.get(i)), i);
        }
        return builder.build();
    }

    private void upload(Command command, Outgoing.Builder builder, String factor, int round) {
        for (CommandParameter parameter : command.upload()) {
            if (!parameter.isWritten()
                    || (!parameter.wire().contains("{PolId}") && round > 0)
                    || (!parameter.isRequired() && random.nextBoolean() && !firstOfObject(parameter))) {
                continue;
            }
            String key = parameter
                    .wire()
                    .replace("{PolId}", factor)
                    .replace("{facility}", "SB1")
                    .replace("{InfoId}", "i13004");
            switch (parameter.place()) {
                case NEW_OBJECT -> builder.field(key, value(parameter, factor));
                case SAME_OBJECT -> builder.with(key, value(parameter, factor));
            }
        }
    }

    private static boolean firstOfObject(CommandParameter parameter) {
        return parameter.place() == CommandParameter.Place.NEW_OBJECT;
    }

    private Map<String, List<String>> parameters(Command command, String factor) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        boolean optional = random.nextBoolean();
        for (CommandParameter parameter : command.request()) {
            if (parameter.isRequired() || optional) {
                parameters.put(parameter.name(), List.of(value(parameter, factor)));
            }
        }
        if (parameters.containsKey("BeginTime")) {
            parameters.put("BeginTime", List.of("20260101000000"));
            parameters.put("EndTime", List.of("20260102000000"));
        }
        return parameters;
    }

    private String value(CommandParameter parameter, String factor) {
        return switch (parameter.type()) {
            case TIME -> qn().substring(0, 14);
            case TIME17 -> qn();
            case HHMM -> "0630";
            case HHMMSS -> "063000";
            case INTEGER ->
                Integer.toString(parameter.min().map(min -> min.intValue()).orElse(1) + random.nextInt(10));
            case DECIMAL -> random.nextInt(24) + "." + random.nextInt(10);
            case FACTOR -> factor;
            case INFO -> "i13004";
            case MARK -> "NFMSDCTB".charAt(random.nextInt(8)) + "";
            case CHOICE ->
                parameter.choices().get(random.nextInt(parameter.choices().size()));
            case PASSWORD -> pw();
            case KEY -> "k3Y-of-16-bytes!";
            case TEXT -> parameter.name().equals("QN") ? qn() : "A" + random.nextInt(100);
        };
    }

    private static List<String> factors(String st) {
        return Medium.ofSystem(st) == Medium.GAS ? GAS : WATER;
    }

    private static String sent(Edition edition, String factor) {
        return edition == Edition.HJT_212_2005
                ? FactorCodes.getByCode(factor).legacyCode().orElse(factor)
                : factor;
    }

    private String st(Edition edition) {
        return edition == Edition.SURFACE_WATER ? "21" : random.nextBoolean() ? "32" : "31";
    }

    private String qn() {
        return Qn.of(Instant.ofEpochMilli(1_735_660_800_000L + random.nextInt(2_000_000_000)));
    }

    private String pw() {
        return Integer.toString(100_000 + random.nextInt(900_000));
    }

    private String mn(Edition edition) {
        return switch (edition) {
            case HJT_212_2005 -> "8888888" + (1_000_000 + random.nextInt(9_000_000));
            case SURFACE_WATER -> "A110000_" + (1_000 + random.nextInt(9_000));
            case HJ_212_2017, HJ_212_2025 -> {
                StringBuilder mn = new StringBuilder();
                for (int i = 0; i < 24; i++) {
                    mn.append(HEX.charAt(random.nextInt(16)));
                }
                yield mn.toString();
            }
        };
    }
}
