package io.jianhu.platform.registry.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceChanged;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.registry.DeviceStatus;
import io.jianhu.platform.registry.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table behind a map. Entries are loaded when first asked for and dropped after every commit that changes them;
 * the map's own lock on a key makes a load that began before the commit finish before the drop, so nothing stale stays.
 * One process writes the table; a second one would need to be told (NOTIFY).
 */
@Service
class CachedDeviceDirectory implements DeviceDirectory {

    private record Everything(long version, List<Device> devices) {}

    private final DeviceRows rows;
    private final TransactionTemplate ownTransaction;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ConcurrentMap<String, Device> byMn = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Device> byId = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile @Nullable Everything everything;

    CachedDeviceDirectory(
            DeviceRows rows,
            PlatformTransactionManager transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Device> findByMn(String mn) {
        if (!mn.isEmpty() && !DeviceDirectory.isPossibleMn(mn)) {
            return Optional.empty();
        }
        Device known = byMn.get(mn);
        return Optional.ofNullable(
                known != null
                        ? known
                        : byMn.computeIfAbsent(mn, key -> rows.findByMn(key).orElse(null)));
    }

    @Override
    public Optional<Device> findById(int deviceId) {
        Device known = byId.get(deviceId);
        return Optional.ofNullable(
                known != null
                        ? known
                        : byId.computeIfAbsent(
                                deviceId, key -> rows.findById(key).orElse(null)));
    }

    @Override
    public List<Device> listAll() {
        Everything known = everything;
        long now = version.get();
        if (known == null || known.version() != now) {
            known = new Everything(now, List.copyOf(rows.listAll()));
            everything = known;
        }
        return known.devices();
    }

    @Override
    public Device quarantine(String mn, Instant at) {
        if (!DeviceDirectory.isPossibleMn(mn)) {
            return findById(Device.NO_MN).orElseThrow();
        }
        return findByMn(mn).orElseGet(() -> {
            int inserted = ownTransaction.execute(status -> rows.insertQuarantined(mn, Optional.of(at)));
            Device device = findByMn(mn).orElseThrow();
            if (inserted == 1) {
                announce(device);
            }
            return device;
        });
    }

    @Override
    public List<Device> quarantineAll(Collection<String> mns, Instant at) {
        List<String> possible =
                mns.stream().filter(DeviceDirectory::isPossibleMn).distinct().toList();
        if (possible.isEmpty()) {
            return List.of();
        }
        Set<String> inserted = Set.copyOf(ownTransaction.execute(status -> rows.insertQuarantined(possible, at)));
        List<Device> devices = rows.listByMns(possible);
        devices.stream().filter(device -> inserted.contains(device.mn())).forEach(this::announce);
        return devices;
    }

    @Override
    public void markFirstHeard(int deviceId, Instant at) {
        if (findById(deviceId).filter(device -> device.firstHeardAt().isEmpty()).isEmpty()) {
            return;
        }
        int changed = ownTransaction.execute(status -> rows.setFirstHeard(deviceId, at));
        if (changed == 1) {
            announce(rows.findById(deviceId).orElseThrow());
        }
    }

    @Override
    public Registered register(String mn, Registration registration, Actor by, Optional<String> reason) {
        if (!DeviceDirectory.isPossibleMn(mn)) {
            throw new IllegalArgumentException("no device can have this MN: " + mn);
        }
        if (!by.scope().isEverything()) {
            Optional<Device> device = findByMn(by.scope(), mn);
            if (device.isEmpty()) {
                return new Registered.Refused(Registered.Outside.DEVICE);
            }
            Optional<Long> organisation =
                    registration.organisationId().or(() -> device.get().organisationId());
            if (!by.scope().covers(registration.districtCode(), organisation)) {
                return new Registered.Refused(Registered.Outside.DESTINATION);
            }
        }
        Registered registered = ownTransaction.execute(status -> write(mn, registration, by, reason));
        if (!(registered instanceof Registered.Refused)) {
            announce(registered.device());
        }
        return registered;
    }

    private Registered write(String mn, Registration registration, Actor by, Optional<String> reason) {
        if (registration
                .organisationId()
                .filter(id -> id != Registration.NOBODY && !rows.isEnterprise(id))
                .isPresent()) {
            return new Registered.Refused(Registered.Outside.DESTINATION);
        }
        rows.insertQuarantined(mn, Optional.empty());
        Device before = rows.getForChange(mn);
        if (!by.scope().isEverything() && !before.isIn(by.scope())) {
            return new Registered.Refused(Registered.Outside.DEVICE);
        }
        rows.register(before.deviceId(), registration, clock.instant());
        Device after = rows.findById(before.deviceId()).orElseThrow();
        boolean known = before.status() == DeviceStatus.REGISTERED;
        audit.record(
                by,
                Entry.of(
                                known ? "device.changed" : "device.registered",
                                "device",
                                mn,
                                known ? DeviceFacts.of(before) : null,
                                DeviceFacts.of(after))
                        .in(after.districtCode())
                        .because(reason));
        return known ? new Registered.Updated(after) : new Registered.Created(after);
    }

    @Override
    public Optional<DevicePassword> reveal(Device device, Actor by, Optional<String> reason) {
        audit.record(
                by,
                Entry.of("device.password-seen", "device", device.mn(), null, null)
                        .in(device.districtCode())
                        .because(reason));
        return device.password();
    }

    private void announce(Device device) {
        byMn.remove(device.mn());
        byId.remove(device.deviceId());
        version.incrementAndGet();
        events.publishEvent(new DeviceChanged(device));
    }
}
