package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.CommandChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and changes work orders: one step at a time under the lock of its row, recorded with it, told after the commit. */
@Component
class OrderBook {

    /** A change and what is recorded of it. */
    record Step(WorkOrder order, OrderEvent event, Optional<byte[]> bytes, Optional<String> note) {

        static Step of(WorkOrder order, OrderEvent event) {
            return new Step(order, event, Optional.empty(), Optional.empty());
        }

        static Step noted(WorkOrder order, OrderEvent event, String note) {
            return new Step(order, event, Optional.empty(), Optional.of(note));
        }
    }

    private final OrderRows rows;
    private final DeviceDirectory directory;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration expiresAfter;
    private final Set<Integer> devicesWithOpenOrders = ConcurrentHashMap.newKeySet();

    OrderBook(
            OrderRows rows,
            DeviceDirectory directory,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${jianhu.command.expires-after:24h}") Duration expiresAfter) {
        this.rows = rows;
        this.directory = directory;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
    }

    /** Writes a new order into the queue of its device. */
    long add(
            int deviceId,
            String cn,
            Edition edition,
            Map<String, List<String>> parameters,
            Actor askedBy,
            String reason) {
        Instant now = clock.instant();
        long id = transaction.execute(status -> {
            long made = rows.insert(
                    deviceId, cn, edition, parameters, askedBy.getName(), reason, now, now.plus(expiresAfter));
            rows.addEvent(
                    made, now, OrderEvent.ASKED, Optional.empty(), Optional.of(askedBy.getName() + ": " + reason));
            if (askedBy.kind() != Actor.Kind.SYSTEM) {
                audit.record(askedBy, entry("order.given", deviceId, made, Optional.of(reason), Map.of("cn", cn)));
            }
            return made;
        });
        devicesWithOpenOrders.add(deviceId);
        events.publishEvent(new CommandChanged(id));
        return id;
    }

    /** Lets {@code decide} look at the order under its lock and writes the step it decides on, if any. */
    Optional<Step> change(long id, Function<WorkOrder, Optional<Step>> decide) {
        return change(id, decide, taken -> {});
    }

    /** As {@link #change(long, Function)}, for a step that somebody takes: it goes to the audit trail as well. */
    Optional<Step> change(long id, Actor by, String reason, Function<WorkOrder, Optional<Step>> decide) {
        return change(
                id,
                decide,
                taken -> audit.record(
                        by,
                        entry(
                                "order." + taken.event().label(),
                                taken.order().deviceId(),
                                id,
                                Optional.of(reason),
                                Map.of("cn", taken.order().cn()))));
    }

    private Optional<Step> change(long id, Function<WorkOrder, Optional<Step>> decide, Consumer<Step> alsoRecord) {
        Optional<Step> step = transaction.execute(status -> {
            Optional<Step> decided = rows.findForChange(id).flatMap(decide);
            decided.ifPresent(taken -> {
                rows.update(taken.order());
                rows.addEvent(id, clock.instant(), taken.event(), taken.bytes(), taken.note());
                alsoRecord.accept(taken);
            });
            return decided;
        });
        step.ifPresent(taken -> events.publishEvent(new CommandChanged(id)));
        return step;
    }

    private AuditTrail.Entry entry(
            String action, int deviceId, long id, Optional<String> reason, Map<String, String> command) {
        Optional<Device> device = directory.findById(deviceId);
        Map<String, String> after = new TreeMap<>(command);
        after.put("mn", device.map(Device::mn).orElse(""));
        return AuditTrail.Entry.of(action, "order", Long.toString(id), null, after)
                .in(device.flatMap(Device::districtCode))
                .because(reason);
    }

    /** Whether frames of the device may answer an open order. From memory; may say yes a little too long. */
    boolean mayHaveOpenOrders(int deviceId) {
        return devicesWithOpenOrders.contains(deviceId);
    }

    List<WorkOrder> listOpen(int deviceId) {
        List<WorkOrder> open = rows.listOpen(deviceId);
        if (open.isEmpty()) {
            devicesWithOpenOrders.remove(deviceId);
        }
        return open;
    }

    /** Reads which devices have open orders; called once at the start. */
    Set<Integer> load() {
        devicesWithOpenOrders.addAll(rows.listDevicesWithOpenOrders());
        return Set.copyOf(devicesWithOpenOrders);
    }

    Set<Integer> devicesWithOpenOrders() {
        return Set.copyOf(devicesWithOpenOrders);
    }
}
