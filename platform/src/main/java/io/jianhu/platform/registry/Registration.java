package io.jianhu.platform.registry;

import io.jianhu.hj212.Edition;
import java.util.Optional;

/**
 * What somebody says of a device. Secrets are changed one by one, because they are never shown and so cannot be sent
 * back unchanged; everything else is replaced as a whole.
 *
 * @param districtCode one of {@link Districts}
 * @param organisationId the enterprise it belongs to; empty: unchanged; {@link #NOBODY}: none
 */
public record Registration(
        String name,
        Medium medium,
        Optional<String> districtCode,
        Optional<Long> organisationId,
        Optional<Place> place,
        Optional<Edition> edition,
        Secret<DevicePassword> password,
        Secret<byte[]> sm4Key) {

    /** No enterprise. */
    public static final long NOBODY = 0;

    /** What is said without a word on whose it is. */
    public Registration(
            String name,
            Medium medium,
            Optional<String> districtCode,
            Optional<Place> place,
            Optional<Edition> edition,
            Secret<DevicePassword> password,
            Secret<byte[]> sm4Key) {
        this(name, medium, districtCode, Optional.empty(), place, edition, password, sm4Key);
    }

    /** What becomes of a secret. */
    public sealed interface Secret<T> {

        /** Stays as it is; none where the device is new. */
        record Keep<T>() implements Secret<T> {}

        /** Is removed. */
        record Clear<T>() implements Secret<T> {}

        /** Becomes this. */
        record Set<T>(T value) implements Secret<T> {
            @Override
            public String toString() {
                return "Set[hidden]";
            }
        }
    }
}
