package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.LinkListener;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected: counts per address for the caps, and the latest connection of every device. */
final class ConnectionTable implements DeviceLink {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTable.class);

    private final int perAddress;
    private final int total;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LinkedDevice> byMn = new ConcurrentHashMap<>();
    private volatile List<LinkListener> listeners = List.of();
    private final Set<DeviceConnection> connections = ConcurrentHashMap.newKeySet();

    ConnectionTable(int perAddress, int total) {
        this.perAddress = perAddress;
        this.total = total;
    }

    /** Before the port opens. */
    void tell(List<LinkListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Counts a new connection in; false where a cap forbids it. */
    boolean admit(InetAddress address) {
        if (open.incrementAndGet() > total) {
            open.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > perAddress) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(InetAddress address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    void opened(DeviceConnection connection) {
        connections.add(connection);
    }

    void closed(DeviceConnection connection) {
        connections.remove(connection);
    }

    Set<DeviceConnection> connections() {
        return connections;
    }

    int openConnections() {
        return open.get();
    }

    /** The device spoke on this connection. */
    void spoke(LinkedDevice device) {
        LinkedDevice before = byMn.put(device.mn(), device);
        if (before == null || before.number() != device.number()) {
            for (LinkListener listener : listeners) {
                try {
                    listener.deviceConnected(device);
                } catch (RuntimeException e) {
                    LOG.error("A listener failed on the connection of {}", device.mn(), e);
                }
            }
        }
    }

    boolean isLatest(LinkedDevice device) {
        return byMn.get(device.mn()) == device;
    }

    /** The device's connection is closed. */
    void left(LinkedDevice device) {
        if (byMn.remove(device.mn(), device)) {
            for (LinkListener listener : listeners) {
                try {
                    listener.deviceDisconnected(device);
                } catch (RuntimeException e) {
                    LOG.error("A listener failed on the parting of {}", device.mn(), e);
                }
            }
        }
    }

    @Override
    public Optional<Connection> findConnection(String mn) {
        return Optional.ofNullable(byMn.get(mn));
    }

    @Override
    public List<Connection> listConnections() {
        return List.copyOf(byMn.values());
    }
}
