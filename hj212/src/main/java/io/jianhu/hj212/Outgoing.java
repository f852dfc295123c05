package io.jianhu.hj212;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame to send, field by field in the order of HJ 212-2017 table 3. Built with {@link #to}; {@link #toBytes} writes it.
 *
 * <p>Device and platform speak with this one grammar.
 */
public final class Outgoing {

    private final Frame frame;

    private Outgoing(Frame frame) {
        this.frame = frame;
    }

    /** Starts a frame of the edition with system and command code. */
    public static Builder to(Edition edition, String st, String cn) {
        return new Builder(edition, st, cn);
    }

    public Frame frame() {
        return frame;
    }

    /** The frame as it goes on the wire: {@code ##}, length, data segment, CRC, CRLF. */
    public byte[] toBytes() {
        return new byte[0];
    }

    /** Collects the fields. A method called twice overwrites, except those that add fields. */
    public static final class Builder {
        private final Edition edition;
        private final String st;
        private final String cn;
        private final List<Field> fields = new ArrayList<>();

        private Builder(Edition edition, String st, String cn) {
            this.edition = edition;
            this.st = st;
            this.cn = cn;
        }

        public Builder qn(String qn) {
            return this;
        }

        public Builder pw(String pw) {
            return this;
        }

        public Builder mn(String mn) {
            return this;
        }

        /** The sender wants an answer. */
        public Builder answerWanted() {
            return this;
        }

        /** Sub-packet {@code number} of {@code count}. */
        public Builder packet(int count, int number) {
            return this;
        }

        /** RF=1 of HJ 212-2025. */
        public Builder backfilled() {
            return this;
        }

        /** Starts a new object with the field: written after {@code ;}. */
        public Builder field(String key, String value) {
            fields.add(new Field(fields.size(), key, value));
            return this;
        }

        /** Adds a field to the object begun last: written after {@code ,}. */
        public Builder with(String key, String value) {
            fields.add(new Field(Math.max(0, fields.size() - 1), key, value));
            return this;
        }

        public Outgoing build() {
            throw new IllegalStateException("not yet: " + edition + st + cn);
        }
    }
}
