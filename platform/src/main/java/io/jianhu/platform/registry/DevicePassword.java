package io.jianhu.platform.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The PW a device must send. Never printed; {@link #reveal()} is for the encoder of downward commands only. */
public final class DevicePassword {

    private static final int MAX_LENGTH = 64;

    private final String password;

    private DevicePassword(String password) {
        this.password = password;
    }

    /**
     * A password of 1 to 64 printable ASCII characters without {@code ; = &}, which would break the frame it is sent
     * in; throws {@link IllegalArgumentException} for anything else.
     */
    public static DevicePassword of(String password) {
        if (!isValid(password)) {
            throw new IllegalArgumentException(
                    "a device password is 1 to 64 printable ASCII characters without ; = or &");
        }
        return new DevicePassword(password);
    }

    /** Whether {@link #of} takes it. */
    public static boolean isValid(String password) {
        return !password.isEmpty()
                && password.length() <= MAX_LENGTH
                && password.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ';' && c != '=' && c != '&');
    }

    /** Whether a frame's PW is this password; takes the same time wherever they differ. */
    public boolean matches(String sent) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** The password itself, for the PW field of a frame going down. */
    public String reveal() {
        return password;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DevicePassword that && matches(that.password);
    }

    @Override
    public int hashCode() {
        return password.hashCode();
    }

    @Override
    public String toString() {
        return "DevicePassword[hidden]";
    }
}
