package io.jianhu.bench.codec;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * 97 frames of the kinds and sizes that real lines carry: uploads of water, flue gas, air and noise in three editions,
 * minute and hour statistics, sub-packets, logs in Chinese, requests and answers; 231 bytes on average.
 */
final class FrameMix {

    private static final int SEED = 212;
    private static final List<String> WATER = List.of("w00000", "w01001", "w01018", "w21003", "w21011", "w21001");
    private static final List<String> WATER_2005 = List.of("B01", "001", "011", "060", "101", "065");
    private static final List<String> GAS =
            List.of("a34013", "a21026", "a21002", "a19001", "a01012", "a01011", "a01013", "a01014", "a00000");
    private static final List<String> GAS_2005 = List.of("01", "02", "03", "S01", "S03", "S02", "S08", "S05", "B02");
    private static final List<String> AIR =
            List.of("a21026", "a21004", "a21005", "a05024", "a34002", "a34004", "a01001", "a01002", "a01006");
    private static final List<String> NOISE = List.of("L5", "L10", "L50", "L90", "L95", "Leq", "LMx", "LMn");

    private final Random random = new Random(SEED);
    private final List<byte[]> frames = new ArrayList<>();

    private FrameMix() {}

    /** The frames in a shuffled, always equal order. */
    static List<byte[]> frames() {
        FrameMix mix = new FrameMix();
        mix.fill();
        java.util.Collections.shuffle(mix.frames, mix.random);
        return List.copyOf(mix.frames);
    }

    private void fill() {
        for (int i = 0; i < 14; i++) {
            add(answer(i));
        }
        for (int i = 0; i < 13; i++) {
            add(request(i));
        }
        for (int i = 0; i < 16; i++) {
            add(realTime(Edition.HJ_212_2017, "32", WATER, 2 + i % 3, "Rtd"));
        }
        for (int i = 0; i < 10; i++) {
            add(realTime(Edition.HJT_212_2005, "32", WATER_2005, 2 + i % 4, "Rtd"));
        }
        for (int i = 0; i < 9; i++) {
            add(realTime(Edition.HJ_212_2017, "31", GAS, 5 + i % 3, "Rtd", "ZsRtd"));
        }
        for (int i = 0; i < 6; i++) {
            add(realTime(Edition.HJT_212_2005, "31", GAS_2005, 7, "Rtd"));
        }
        for (int i = 0; i < 8; i++) {
            add(realTime(Edition.HJ_212_2025, "32", WATER, 3, "Rtd"));
        }
        for (int i = 0; i < 6; i++) {
            add(realTime(Edition.HJ_212_2017, "22", AIR, 6, "Avg"));
        }
        for (int i = 0; i < 4; i++) {
            add(realTime(Edition.HJ_212_2017, "23", NOISE, 8, "Data"));
        }
        for (int i = 0; i < 5; i++) {
            add(realTime(Edition.HJ_212_2017, "32", WATER, 3, "Cou", "Min", "Avg", "Max"));
        }
        for (int i = 0; i < 3; i++) {
            add(realTime(Edition.HJ_212_2025, "31", GAS, 6 + i, "Min", "Avg", "Max", "Cou"));
        }
        for (int i = 0; i < 3; i++) {
            add(upload(Edition.HJ_212_2017, "32", "3020")
                    .field("DataTime", time())
                    .field("PolId", "w01018")
                    .field("i11001-Info", "//清洗管路，更换试剂//")
                    .build());
        }
    }

    private Outgoing answer(int i) {
        Edition edition = i % 3 == 0 ? Edition.HJ_212_2025 : Edition.HJ_212_2017;
        Outgoing.Builder builder = Outgoing.to(edition, "91", i % 2 == 0 ? "9014" : "9011")
                .qn(time() + "123")
                .pw("654321")
                .mn(mn(24));
        return i % 2 == 0 ? builder.build() : builder.field("QnRtn", "1").build();
    }

    private Outgoing request(int i) {
        Outgoing.Builder builder = upload(i % 4 == 0 ? Edition.HJ_212_2025 : Edition.HJ_212_2017, "32", "2061")
                .answerWanted();
        return builder.field("BeginTime", time()).field("EndTime", time()).build();
    }

    private Outgoing realTime(Edition edition, String st, List<String> factors, int count, String... suffixes) {
        Outgoing.Builder builder = upload(edition, st, suffixes.length > 2 ? "2061" : "2011");
        if (edition != Edition.HJT_212_2005) {
            builder.answerWanted();
        }
        if (suffixes.length > 2 && count == 3) {
            builder.packet(2, 1 + random.nextInt(2));
        }
        builder.field("DataTime", time());
        for (String factor : factors.subList(0, Math.min(count, factors.size()))) {
            builder.field(factor + "-" + suffixes[0], value());
            for (int i = 1; i < suffixes.length; i++) {
                builder.with(factor + "-" + suffixes[i], value());
            }
            if (!suffixes[0].equals("Data")) {
                builder.with(factor + "-Flag", random.nextInt(20) == 0 ? "D" : "N");
            }
        }
        return builder.build();
    }

    private Outgoing.Builder upload(Edition edition, String st, String cn) {
        Outgoing.Builder builder =
                Outgoing.to(edition, st, cn).pw("654321").mn(mn(edition == Edition.HJT_212_2005 ? 14 : 24));
        return edition == Edition.HJT_212_2005 ? builder : builder.qn(time() + "%03d".formatted(random.nextInt(1_000)));
    }

    private String time() {
        return "2026%02d%02d%02d%02d00"
                .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
    }

    private String mn(int length) {
        return "3306021A" + ("%0" + (length - 8) + "d").formatted(random.nextInt(100_000));
    }

    private String value() {
        int decimals = random.nextInt(4);
        return String.format(Locale.ROOT, "%." + decimals + "f", Math.exp(random.nextDouble() * 6));
    }

    private void add(Outgoing frame) {
        frames.add(frame.toBytes());
    }
}
