package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Credential;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who watches. Has a queue of its own, bounded, and a virtual thread that writes it: whoever reads slowly loses
 * events, is told so in a comment, and delays nobody.
 */
final class LiveClient {

    private static final int QUEUE = 512;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Long enough to be rare; the browser comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** What the stream shows, each where it is allowed. */
    private static final Set<Permission> SHOWN = Set.of(Permission.DEVICES_READ, Permission.COMMANDS_READ);

    private static final long RECONNECT_MILLIS = 2_000;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** A named event with its JSON. */
    record Event(String name, String json) {}

    private final Actor actor;
    private final Optional<Device> device;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    /**
     * @param actor who watches, as they were when they came
     * @param device the one to watch; empty for all in their scope
     */
    LiveClient(Actor actor, Optional<Device> device) {
        this.actor = actor;
        this.device = device;
    }

    Credential credential() {
        return actor.credential();
    }

    Scope scope() {
        return actor.scope();
    }

    /** Whether somebody may still watch this as they do: a changed scope or right begins with a new stream. */
    boolean isStillAllowed(Optional<Actor> now) {
        return now.filter(standing -> standing.scope().equals(actor.scope())
                        && standing.duty() == Actor.Duty.NONE
                        && SHOWN.stream().allMatch(permission -> standing.may(permission) == actor.may(permission)))
                .isPresent();
    }

    boolean may(Permission permission) {
        return actor.may(permission);
    }

    SseEmitter emitter() {
        return emitter;
    }

    boolean watchesCity() {
        return device.isEmpty();
    }

    boolean watches(int deviceId) {
        return device.filter(one -> one.deviceId() == deviceId).isPresent();
    }

    /** Whether they watch all there is and this is in their scope. */
    boolean watchesCityWith(Optional<Device> one) {
        return device.isEmpty()
                && (actor.scope().isEverything()
                        || one.filter(found -> found.isIn(actor.scope())).isPresent());
    }

    /** Never blocks: the oldest waiting event makes room. */
    void offer(Event event) {
        while (!closed && !queue.offer(event)) {
            if (queue.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    void close() {
        closed = true;
        emitter.complete();
    }

    /** Writes until the client goes away or is closed. */
    void run() throws InterruptedException {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("jianhu"));
            while (!closed) {
                Event event = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    emitter.send(SseEmitter.event().comment("dropped " + lost));
                }
                emitter.send(
                        event == null
                                ? SseEmitter.event().comment("heartbeat")
                                : SseEmitter.event().name(event.name()).data(event.json(), TEXT));
            }
        } catch (IOException | IllegalStateException gone) {
            closed = true;
            emitter.completeWithError(gone);
        }
    }
}
