package io.jianhu.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A frame to send, field by field in the order of HJ 212-2017 table 3. Built with {@link #to}; {@link #toBytes} writes it.
 *
 * <p>Device and platform speak with this one grammar. What would break it is refused when the frame is built: a receiver
 * could not read it back.
 */
public final class Outgoing {

    private static final int LONGEST_SEGMENT = 9_999;

    private final Frame frame;
    private final Header header;
    private final Charset charset;

    private Outgoing(Frame frame, Header header, Charset charset) {
        this.frame = frame;
        this.header = header;
        this.charset = charset;
    }

    private enum Header {
        WITH_FLAG,
        WITHOUT_FLAG
    }

    /** Starts a frame of the edition with system and command code. */
    public static Builder to(Edition edition, String st, String cn) {
        return new Builder(edition, st, cn);
    }

    public Frame frame() {
        return frame;
    }

    /** Bytes of the data segment, the number the frame announces. */
    public int segmentBytes() {
        return segment().length();
    }

    /**
     * The frame as it goes on the wire: {@code ##}, length, data segment, CRC, CRLF.
     *
     * @throws IllegalArgumentException where the segment is longer than four digits can say; {@link #split} it
     */
    public byte[] toBytes() {
        Segment segment = segment();
        return segment.frame(segment.area);
    }

    /**
     * As {@link #toBytes()}, with the data area encrypted: CRC over the plain text, then each full block of 16 bytes between
     * {@code CP=&&} and {@code &&} by SM4 in ECB mode, a shorter rest left plain (HJ 212-2025 6.4). The length does not
     * change.
     */
    public byte[] toBytes(Sm4Key key) {
        Segment segment = segment();
        byte[] area = segment.area.clone();
        new Sm4(key).encipher(area, 0, area.length);
        return segment.frame(area);
    }

    /**
     * The frame as sub-packets of at most so many bytes of data segment, each a complete frame with its own QN, PNUM and PNO
     * (HJ 212-2017 C.49 and C.50). Every one repeats the fields before the first factor, DataTime among them; the fields of
     * one factor stay together. A frame that fits is returned as it is.
     *
     * @param qns gives each sub-packet its QN
     * @throws IllegalArgumentException where one factor alone does not fit
     */
    public List<Outgoing> split(int maxSegmentBytes, Supplier<String> qns) {
        if (segmentBytes() <= maxSegmentBytes) {
            return List.of(this);
        }
        List<List<Field>> parts = new SubPackets(frame.fields(), charset).pack(maxSegmentBytes - numberedHeaderBytes());
        List<Outgoing> packets = new ArrayList<>(parts.size());
        for (List<Field> part : parts) {
            Builder builder = copyOfHeader().qn(qns.get()).packet(parts.size(), packets.size() + 1);
            builder.fields.addAll(part);
            packets.add(builder.build());
        }
        return List.copyOf(packets);
    }

    private int numberedHeaderBytes() {
        return copyOfHeader()
                .qn("20000101000000000")
                .packet(9_999, 9_999)
                .build()
                .segmentBytes();
    }

    private Builder copyOfHeader() {
        Builder builder = to(frame.edition(), frame.st(), frame.cn())
                .pw(frame.pw())
                .mn(frame.mn())
                .text(charset);
        if (frame.flag().answerWanted()) {
            builder.answerWanted();
        }
        if (frame.backfilled()) {
            builder.backfilled();
        }
        return builder;
    }

    private Segment segment() {
        StringBuilder head = new StringBuilder(128);
        if (!frame.qn().isEmpty()) {
            head.append("QN=").append(frame.qn()).append(';');
        }
        head.append("ST=").append(frame.st());
        head.append(";CN=").append(frame.cn());
        head.append(";PW=").append(frame.pw());
        head.append(";MN=").append(frame.mn()).append(';');
        if (header == Header.WITH_FLAG) {
            head.append("Flag=").append(frame.flag().value()).append(';');
        }
        if (frame.packetCount().isPresent() && frame.packetNumber().isPresent()) {
            head.append("PNUM=").append(frame.packetCount().getAsInt());
            head.append(";PNO=").append(frame.packetNumber().getAsInt()).append(';');
        }
        if (frame.backfilled()) {
            head.append("RF=1;");
        }
        head.append("CP=&&");
        StringBuilder area = new StringBuilder(256);
        int group = -1;
        for (Field field : frame.fields()) {
            if (!area.isEmpty()) {
                area.append(field.group() == group ? ',' : ';');
            }
            group = field.group();
            area.append(field.key()).append('=').append(field.value());
        }
        return new Segment(head.toString().getBytes(charset), area.toString().getBytes(charset));
    }

    /** The data segment up to and with {@code CP=&&}, and the plain data area. */
    private static final class Segment {
        private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

        private final byte[] head;
        private final byte[] area;

        private Segment(byte[] head, byte[] area) {
            this.head = head;
            this.area = area;
        }

        int length() {
            return head.length + area.length + 2;
        }

        /** The whole frame, with the CRC of the plain text whatever the area sent. */
        byte[] frame(byte[] areaSent) {
            int length = length();
            if (length > LONGEST_SEGMENT) {
                throw new IllegalArgumentException("a data segment of " + length
                        + " bytes cannot be announced in four digits: split it into sub-packets");
            }
            byte[] plain = segment(area);
            int crc = Crc.of(plain, 0, plain.length);
            ByteBuffer frame = ByteBuffer.allocate(length + 12).put((byte) '#').put((byte) '#');
            for (int unit = 1_000; unit > 0; unit /= 10) {
                frame.put(HEX[length / unit % 10]);
            }
            frame.put(segment(areaSent));
            for (int shift = 12; shift >= 0; shift -= 4) {
                frame.put(HEX[(crc >>> shift) & 0xF]);
            }
            return frame.put((byte) '\r').put((byte) '\n').array();
        }

        private byte[] segment(byte[] area) {
            return ByteBuffer.allocate(length())
                    .put(head)
                    .put(area)
                    .put((byte) '&')
                    .put((byte) '&')
                    .array();
        }
    }

    /** Collects the fields. A method called twice overwrites, except those that add fields. */
    public static final class Builder {
        private final Edition edition;
        private final String st;
        private final String cn;
        private final List<Field> fields = new ArrayList<>();
        private String qn = "";
        private String pw = "";
        private String mn = "";
        private Flag.Answer answer = Flag.Answer.NONE;
        private Header header = Header.WITH_FLAG;
        private OptionalInt packetCount = OptionalInt.empty();
        private OptionalInt packetNumber = OptionalInt.empty();
        private boolean backfilled;
        private Charset charset = StandardCharsets.UTF_8;

        private Builder(Edition edition, String st, String cn) {
            if (!Grammar.isSystemCode(st)) {
                throw new IllegalArgumentException("ST is two digits or capital letters, not '" + st + "'");
            }
            if (!Grammar.isCommandCode(cn)) {
                throw new IllegalArgumentException("CN is four digits, not '" + cn + "'");
            }
            this.edition = edition;
            this.st = st;
            this.cn = cn;
        }

        /** The QN in the header, left out where it is empty. Any text is taken: a reply echoes what came. */
        public Builder qn(String qn) {
            this.qn = Grammar.checkedHeader("QN", qn);
            return this;
        }

        public Builder pw(String pw) {
            this.pw = Grammar.checkedHeader("PW", pw);
            return this;
        }

        public Builder mn(String mn) {
            this.mn = Grammar.checkedHeader("MN", mn);
            return this;
        }

        /** The sender wants an answer. */
        public Builder answerWanted() {
            this.answer = Flag.Answer.WANTED;
            return this;
        }

        /** Leaves Flag out, as uploads of HJ/T 212-2005 do that want no answer. */
        public Builder withoutFlag() {
            this.header = Header.WITHOUT_FLAG;
            return this;
        }

        /** Sub-packet {@code number} of {@code count}. */
        public Builder packet(int count, int number) {
            if (count < 1 || count > 9_999 || number < 1 || number > count) {
                throw new IllegalArgumentException(
                        "sub-packets are numbered 1 to PNUM, and PNUM is 1 to 9999: not " + number + " of " + count);
            }
            this.packetCount = OptionalInt.of(count);
            this.packetNumber = OptionalInt.of(number);
            return this;
        }

        /** RF=1 of HJ 212-2025. */
        public Builder backfilled() {
            this.backfilled = true;
            return this;
        }

        /** The charset of text: UTF-8 by HJ 212-2017 6.3, which is the default; GBK as older makers send it. */
        public Builder text(Charset charset) {
            if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(Grammar.GBK)) {
                throw new IllegalArgumentException("text is UTF-8 or GBK, not " + charset);
            }
            this.charset = charset;
            return this;
        }

        /** Starts a new object with the field: written after {@code ;}. */
        public Builder field(String key, String value) {
            fields.add(new Field(lastGroup() + 1, Grammar.checkedKey(key), Grammar.checkedValue(key, value)));
            return this;
        }

        /** Adds a field to the object begun last: written after {@code ,}. */
        public Builder with(String key, String value) {
            fields.add(new Field(Math.max(0, lastGroup()), Grammar.checkedKey(key), Grammar.checkedValue(key, value)));
            return this;
        }

        private int lastGroup() {
            return fields.isEmpty() ? -1 : fields.getLast().group();
        }

        /** @throws IllegalArgumentException where the edition has no such field or the charset no such letter */
        public Outgoing build() {
            if (backfilled && edition != Edition.HJ_212_2025) {
                throw new IllegalArgumentException("RF belongs to HJ 212-2025: leave it out for " + edition.label());
            }
            Flag flag = Flag.of(
                    edition, packetCount.isPresent() ? Flag.Numbering.NUMBERED : Flag.Numbering.UNSPLIT, answer);
            if (header == Header.WITHOUT_FLAG && flag.value() != 0) {
                throw new IllegalArgumentException(
                        "only a 2005 frame that is unsplit and wants no answer may leave Flag out, not Flag="
                                + flag.value());
            }
            for (Field field : fields) {
                if (!Grammar.isWritable(field.key(), charset) || !Grammar.isWritable(field.value(), charset)) {
                    throw new IllegalArgumentException(
                            charset + " cannot write the field " + field.key() + ": use UTF-8 and whole letters");
                }
            }
            Frame frame = new Frame(
                    edition,
                    qn,
                    st,
                    cn,
                    pw,
                    mn,
                    flag,
                    packetCount,
                    packetNumber,
                    backfilled,
                    fields,
                    Grammar.items(fields, Medium.ofSystem(st)));
            return new Outgoing(frame, header, charset);
        }
    }
}
