package io.jianhu.hj212;

import java.util.Optional;

/**
 * What is known of a device beforehand.
 *
 * @param edition the edition its maker declares; empty lets flag bits and system code decide
 * @param sm4Key 16 bytes where the device encrypts its data area (HJ 212-2025 6.4), else empty
 */
public record DeviceProfile(Optional<Edition> edition, Optional<Sm4Key> sm4Key) {

    /** Nothing known. */
    public static final DeviceProfile UNKNOWN = new DeviceProfile(Optional.empty(), Optional.empty());
}
