package io.jianhu.platform.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and length of a stream. */
record Digests(long bytes, String sha256) {

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Digests of(InputStream in) throws IOException {
        Counter counter = new Counter(OutputStream.nullOutputStream());
        in.transferTo(counter);
        return counter.digests();
    }

    /** Passes bytes on, counted and hashed; does not close what it passes them to. */
    static final class Counter extends OutputStream {

        private final OutputStream target;
        private final MessageDigest digest = sha256Digest();
        private long bytes;

        Counter(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            digest.update(buffer, offset, length);
            bytes += length;
            target.write(buffer, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        Digests digests() {
            return new Digests(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
