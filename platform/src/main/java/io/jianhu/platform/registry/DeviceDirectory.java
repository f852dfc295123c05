package io.jianhu.platform.registry;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All devices ever heard of or entered. Reads come from memory and are cheap enough for every frame; writes are short
 * transactions of their own, so that what they did is committed when they return, whatever becomes of the caller's.
 */
public interface DeviceDirectory {

    /** The device with that MN, registered or in quarantine. The empty MN is {@link Device#NO_MN}. */
    Optional<Device> findByMn(String mn);

    /** The device with that MN, if it is in scope: one that is not answers as if it did not exist. */
    default Optional<Device> findByMn(Scope scope, String mn) {
        return findByMn(mn).filter(device -> device.isIn(scope));
    }

    /** The device with that id. */
    Optional<Device> findById(int deviceId);

    /** The device with that id, if it is in scope. */
    default Optional<Device> findById(Scope scope, int deviceId) {
        return findById(deviceId).filter(device -> device.isIn(scope));
    }

    /** Every device by MN, {@link Device#NO_MN} first. The list does not change; a later call may give another. */
    List<Device> listAll();

    /**
     * The device with that MN, put into quarantine if nobody ever heard of it. Any number of threads may ask for the
     * same MN at once; one row comes of it. An MN that no device can have ({@link #isPossibleMn} says no) gives
     * {@link Device#NO_MN}.
     *
     * @param at receipt of the frame that names it
     */
    Device quarantine(String mn, Instant at);

    /**
     * As {@link #quarantine}, for many MNs at once in one transaction: a fleet that is switched on is not made device by
     * device. MNs no device can have are left out.
     */
    List<Device> quarantineAll(Collection<String> mns, Instant at);

    /** Notes the receipt of a device's first frame. Does nothing where one was noted before. */
    void markFirstHeard(int deviceId, Instant at);

    /**
     * Enters a device, takes it out of quarantine, or changes it, and records who did it in the audit trail. Whoever does
     * not see everything changes only what is in their scope, keeps it there, and enters nothing new.
     *
     * @param reason goes to the audit trail
     * @throws IllegalArgumentException where {@link #isPossibleMn} says no
     */
    Registered register(String mn, Registration registration, Actor by, Optional<String> reason);

    /** As the platform itself. */
    default Registered register(String mn, Registration registration) {
        Registered registered = register(mn, registration, Actor.system(), Optional.empty());
        if (registered instanceof Registered.Refused) {
            throw new IllegalStateException("the platform itself sees everything");
        }
        return registered;
    }

    /**
     * The PW a device must send, in the clear. Recorded in the audit trail before it is given.
     *
     * @param reason goes to the audit trail
     */
    Optional<DevicePassword> reveal(Device device, Actor by, Optional<String> reason);

    /**
     * Whether a device can have this MN: 1 to 64 characters, no blank or control character among them, and not
     * {@code -}, which stands for {@link Device#NO_MN} in addresses. HJ 212-2017 allows 24 characters, HJ/T 212-2005 14;
     * longer ones are seen on the wire and kept.
     */
    static boolean isPossibleMn(String mn) {
        return !mn.isEmpty()
                && mn.length() <= 64
                && !mn.equals("-")
                && mn.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.getType(c) == Character.SURROGATE);
    }

    /** What {@link #register} did. */
    sealed interface Registered {
        /** The device as it is now. */
        Device device();

        /** Nobody had entered it before; it may have been in quarantine. */
        record Created(Device device) implements Registered {}

        /** It was registered before. */
        record Updated(Device device) implements Registered {}

        /** Nothing was done: there is no such device in the actor's scope, or it would leave the scope. */
        record Refused(Outside what) implements Registered {
            @Override
            public Device device() {
                throw new IllegalStateException("there is none");
            }
        }

        /** What is outside the scope. */
        enum Outside {
            /** The device, which may exist or not. */
            DEVICE,
            /** Where it is to go. */
            DESTINATION
        }
    }
}
