package io.jianhu.platform.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did what to what and why: hash-chained, append-only. */
public interface AuditTrail {

    /**
     * What was done.
     *
     * @param action verb in the past tense behind the kind, {@code user.changed}
     * @param objectKind {@code user}, {@code device} …
     * @param objectId as people call it: a login, an MN
     * @param region where the object lies; without, only those who see everything see the entry
     * @param reason as given by the actor
     * @param before becomes JSON; null where there was nothing. Never holds a secret
     * @param after becomes JSON; null where nothing is left
     */
    record Entry(
            String action,
            String objectKind,
            String objectId,
            Optional<String> region,
            Optional<String> reason,
            @Nullable Object before,
            @Nullable Object after) {

        /** A change without a region and without a reason. */
        public static Entry of(
                String action, String objectKind, String objectId, @Nullable Object before, @Nullable Object after) {
            return new Entry(action, objectKind, objectId, Optional.empty(), Optional.empty(), before, after);
        }

        public Entry because(Optional<String> why) {
            return new Entry(action, objectKind, objectId, region, why, before, after);
        }

        public Entry in(Optional<String> where) {
            return new Entry(action, objectKind, objectId, where, reason, before, after);
        }
    }

    /**
     * Writes an entry, in the transaction of the change it records, or in one of its own where there is none. Entries are
     * in one row: from here to the end of the transaction no other entry can be written, so this comes last.
     */
    void record(Actor actor, Entry entry);
}
