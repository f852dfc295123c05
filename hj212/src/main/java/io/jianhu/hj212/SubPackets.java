package io.jianhu.hj212;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Divides the fields of a data area over sub-packets without parting what belongs to one factor. */
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
