package io.jianhu.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Divides the fields of a data area over sub-packets without parting what belongs to one factor, and joins them again. */
final class SubPackets {

    private final Charset charset;
    private final List<Field> common = new ArrayList<>();
    private final List<List<Field>> factors = new ArrayList<>();

    SubPackets(List<Field> fields, Charset charset) {
        this.charset = charset;
        String factor = "";
        int group = -1;
        for (Field field : fields) {
            String next = factorOf(field);
            if (next.isEmpty() && factors.isEmpty()) {
                common.add(field);
                continue;
            }
            boolean sameObject = field.group() == group;
            boolean sameFactor = !next.isEmpty() && next.equals(factor);
            if (factors.isEmpty() || !(sameObject || sameFactor)) {
                factors.add(new ArrayList<>());
            }
            factors.getLast().add(field);
            factor = next;
            group = field.group();
        }
    }

    /** As few parts as go, in order, each with the common fields and of at most so many bytes of data area. */
    List<List<Field>> pack(int maxAreaBytes) {
        List<List<Field>> parts = new ArrayList<>();
        List<Field> part = new ArrayList<>(common);
        int bytes = bytes(common);
        for (List<Field> factor : factors) {
            if (bytes + bytes(factor) > maxAreaBytes && part.size() > common.size()) {
                parts.add(part);
                part = new ArrayList<>(common);
                bytes = bytes(common);
            }
            if (bytes + bytes(factor) > maxAreaBytes) {
                throw new IllegalArgumentException(
                        "the fields from " + factor.getFirst().key()
                                + " on do not fit into one sub-packet: allow more than " + maxAreaBytes
                                + " bytes of data area");
            }
            part.addAll(factor);
            bytes += bytes(factor);
        }
        if (parts.isEmpty() && part.size() == common.size()) {
            throw new IllegalArgumentException("there is no factor to divide at: send the frame as it is");
        }
        parts.add(part);
        return parts.stream().map(SubPackets::renumbered).toList();
    }

    /** The content of parts in ascending order as one frame; of the fields before the first factor each comes once. */
    static Frame join(List<Frame> parts) {
        Frame first = parts.getFirst();
        if (parts.size() == 1) {
            return whole(first, first.fields(), first.items());
        }
        List<Field> common = new SubPackets(first.fields(), StandardCharsets.UTF_8).common;
        List<Field> fields = new ArrayList<>(first.fields());
        for (Frame part : parts.subList(1, parts.size())) {
            int group = fields.isEmpty() ? 0 : fields.getLast().group() + 1;
            for (Field field : part.fields()) {
                boolean repeated = common.stream()
                        .anyMatch(one ->
                                one.key().equals(field.key()) && one.value().equals(field.value()));
                if (!repeated) {
                    fields.add(new Field(group + field.group(), field.key(), field.value()));
                }
            }
        }
        List<Item> items = parts.stream().flatMap(part -> part.items().stream()).toList();
        return whole(first, renumbered(fields), items);
    }

    private static Frame whole(Frame part, List<Field> fields, List<Item> items) {
        return new Frame(
                part.edition(),
                part.qn(),
                part.st(),
                part.cn(),
                part.pw(),
                part.mn(),
                part.flag(),
                part.packetCount(),
                OptionalInt.empty(),
                part.backfilled(),
                fields,
                items);
    }

    private int bytes(List<Field> fields) {
        int bytes = 0;
        for (Field field : fields) {
            bytes += field.key().length() + field.value().getBytes(charset).length + 2;
        }
        return bytes;
    }

    private static List<Field> renumbered(List<Field> fields) {
        List<Field> renumbered = new ArrayList<>(fields.size());
        int was = -1;
        int group = -1;
        for (Field field : fields) {
            if (group < 0 || field.group() != was) {
                group++;
            }
            was = field.group();
            renumbered.add(new Field(group, field.key(), field.value()));
        }
        return renumbered;
    }

    private static String factorOf(Field field) {
        int hyphen = field.key().indexOf('-');
        return hyphen <= 0 ? "" : field.key().substring(0, hyphen);
    }
}
