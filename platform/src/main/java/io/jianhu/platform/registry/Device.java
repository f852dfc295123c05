package io.jianhu.platform.registry;

import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Sm4Key;
import io.jianhu.platform.identity.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * A data logger as the platform knows it. Holds secrets that do not print: this record never becomes JSON itself.
 *
 * @param deviceId the platform's own number; {@link #NO_MN} owns what no MN can be read from
 * @param mn the number the device sends (HJ 212-2017 6.3.2, MN); empty for {@link #NO_MN}
 * @param name how people call it; the MN for a device in quarantine
 * @param districtCode GB/T 2260, one of {@link Districts}
 * @param organisationId the enterprise it belongs to
 * @param place where it stands
 * @param edition the edition of HJ 212 its maker declares; empty lets the frames decide
 * @param password the PW it must send; empty takes any
 * @param sm4Key the key of its encrypted data area (HJ 212-2025 6.4)
 * @param firstHeardAt receipt of its first frame
 * @param registeredAt when it left quarantine or was entered
 */
public record Device(
        int deviceId,
        String mn,
        String name,
        DeviceStatus status,
        Medium medium,
        Optional<String> districtCode,
        Optional<Long> organisationId,
        Optional<Place> place,
        Optional<Edition> edition,
        Optional<DevicePassword> password,
        Optional<Sm4Key> sm4Key,
        Optional<Instant> firstHeardAt,
        Optional<Instant> registeredAt) {

    /** The id of the device that owns junk, and rejected frames of senders that do not say who they are. */
    public static final int NO_MN = 0;

    /** What the decoder must know of it. */
    public DeviceProfile profile() {
        return edition.isEmpty() && sm4Key.isEmpty() ? DeviceProfile.UNKNOWN : new DeviceProfile(edition, sm4Key);
    }

    /** Whether it is among what somebody may see and touch. */
    public boolean isIn(Scope scope) {
        return scope.covers(districtCode, organisationId);
    }

    /** Whether nobody vouches for it yet. */
    public boolean inQuarantine() {
        return status == DeviceStatus.QUARANTINE;
    }
}
