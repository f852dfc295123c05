package io.jianhu.hj212;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The readable content of one frame. A header field that is absent is the empty string; whether it was absent or empty
 * is told by the findings.
 *
 * @param edition by flag, system code and device profile
 * @param qn 17 digits {@code YYYYMMDDhhmmsszzz}, as sent; a 2005 reply carries it in the data area instead
 * @param st system code, HJ 212-2017 table 5
 * @param cn command code
 * @param pw password, as sent
 * @param mn device number, an opaque key
 * @param flag {@link Flag#ABSENT} where the frame has none
 * @param packetCount PNUM, empty where absent
 * @param packetNumber PNO, 1-based, empty where absent
 * @param backfilled RF=1 of HJ 212-2025
 * @param fields every field of the data area in wire order, those of the items included
 * @param items the fields with a {@code factor-Suffix} key, by factor
 */
public record Frame(
        Edition edition,
        String qn,
        String st,
        String cn,
        String pw,
        String mn,
        Flag flag,
        OptionalInt packetCount,
        OptionalInt packetNumber,
        boolean backfilled,
        List<Field> fields,
        List<Item> items) {

    /** The protocol's times are Beijing time without a zone. */
    public static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    public Frame {
        fields = List.copyOf(fields);
        items = List.copyOf(items);
    }

    /** The first field with the key, matched without regard to case: the official text itself spells keys in two ways. */
    public Optional<String> findField(String key) {
        for (Field field : fields) {
            if (field.key().equalsIgnoreCase(key)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** DataTime: start of the interval for 2031, 2041, 2051 and 2061, instant of sampling for 2011. Empty where impossible. */
    public Optional<Instant> findDataTime() {
        return findField("DataTime").flatMap(Times::findTime).map(time -> time.toInstant(BEIJING));
    }

    /** The QN that names the exchange, wherever the edition puts it: in the header, or in the data area of a 2005 reply. */
    public Optional<String> findExchange() {
        return qn.isEmpty() ? findField("QN") : Optional.of(qn);
    }

    /** When the sender made the frame, by its own clock. */
    public Optional<Instant> findSentTime() {
        return findExchange().flatMap(Times::findTime).map((LocalDateTime time) -> time.toInstant(BEIJING));
    }
}
