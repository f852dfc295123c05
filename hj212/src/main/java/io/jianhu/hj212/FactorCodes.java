package io.jianhu.hj212;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The factor codes: 184 of water and gas and 12 of noise (HJ 212-2017 tables B.1 to B.3) with their codes of 2005, and
 * some met on the wire besides. Codes are matched to the letter.
 *
 * <p>Within the table no code of 2005 means two things: those of gas have two digits, those of water three. But ambient-air
 * stations number their factors with three digits too ({@code 101}, {@code 126}), by tables of their makers. So a
 * three-digit code is read as water only where the system code allows water.
 */
public final class FactorCodes {

    private static final List<FactorCode> ALL =
            CatalogueFile.read("factor-codes").stream().map(FactorCode::new).toList();
    private static final Index INDEX = new Index(ALL);

    private FactorCodes() {}

    /** Every code in the order of the standard. */
    public static List<FactorCode> list() {
        return ALL;
    }

    /** The factor with the code of HJ 212-2017; throws {@link NoSuchElementException} where there is none. */
    public static FactorCode getByCode(String code) {
        return findByCode(code)
                .orElseThrow(() -> new NoSuchElementException("no factor code " + code + ", see docs/HJ212.md"));
    }

    /** The factor with the code of HJ 212-2017, or with that maker's word. */
    public static Optional<FactorCode> findByCode(String code) {
        return find(code, Medium.UNKNOWN).filter(factor -> factor.code().equals(code));
    }

    /** The factor that had this code in HJ/T 212-2005. */
    public static Optional<FactorCode> findByLegacy(String code, Medium medium) {
        return find(code, medium)
                .filter(factor -> factor.legacyCode().filter(code::equals).isPresent());
    }

    /** The factor a code on the wire means, in whichever edition it is written. */
    public static Optional<FactorCode> find(String sent, Medium medium) {
        return find(Index.pack(sent), medium);
    }

    /**
     * As {@link #find(String, Medium)}, for the bytes {@code from} (included) to {@code to} (excluded) of a frame.
     * Allocates nothing.
     */
    public static Optional<FactorCode> find(byte[] bytes, int from, int to, Medium medium) {
        return find(Index.pack(bytes, from, to), medium);
    }

    private static Optional<FactorCode> find(long key, Medium medium) {
        FactorCode factor = INDEX.find(key);
        if (factor == null || (Index.isThreeDigits(key) && medium != Medium.WATER && medium != Medium.UNKNOWN)) {
            return Optional.empty();
        }
        return factor.present();
    }

    /** Codes of at most eight bytes packed into a long, in an open-addressing table at most a quarter full. */
    private static final class Index {
        private static final long NONE = 0;

        private final long[] keys;
        private final @Nullable FactorCode[] values;
        private final int shift;

        Index(List<FactorCode> factors) {
            int bits = 32 - Integer.numberOfLeadingZeros(factors.size() * 2 * 4);
            this.keys = new long[1 << bits];
            this.values = new FactorCode[1 << bits];
            this.shift = 64 - bits;
            for (FactorCode factor : factors) {
                put(factor.code(), factor);
                factor.legacyCode().ifPresent(legacy -> put(legacy, factor));
            }
        }

        private void put(String code, FactorCode factor) {
            long key = pack(code);
            int slot = slot(key);
            while (keys[slot] != NONE) {
                if (keys[slot] == key) {
                    throw new IllegalStateException("factor code twice: " + code);
                }
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            values[slot] = factor;
        }

        @Nullable
        FactorCode find(long key) {
            if (key == NONE) {
                return null;
            }
            int slot = slot(key);
            while (keys[slot] != key) {
                if (keys[slot] == NONE) {
                    return null;
                }
                slot = (slot + 1) & (keys.length - 1);
            }
            return values[slot];
        }

        private int slot(long key) {
            return (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> shift);
        }

        static long pack(byte[] bytes, int from, int to) {
            if (to - from > Long.BYTES) {
                return NONE;
            }
            long key = 0;
            for (int i = from; i < to; i++) {
                key = key << 8 | (bytes[i] & 0xFF);
            }
            return key;
        }

        static long pack(String code) {
            if (code.length() > Long.BYTES) {
                return NONE;
            }
            long key = 0;
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                if (c > 0x7F) {
                    return NONE;
                }
                key = key << 8 | c;
            }
            return key;
        }

        /** Whether the packed code is three ASCII digits. */
        static boolean isThreeDigits(long key) {
            return key >>> 24 == 0 && isDigit(key >>> 16) && isDigit(key >>> 8 & 0xFF) && isDigit(key & 0xFF);
        }

        private static boolean isDigit(long c) {
            return c >= '0' && c <= '9';
        }
    }
}
