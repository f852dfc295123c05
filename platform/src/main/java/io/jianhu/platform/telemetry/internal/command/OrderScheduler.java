package io.jianhu.platform.telemetry.internal.command;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that sends work orders: when asked to, every second what is due, every half minute what was overlooked. */
@Component
class OrderScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderScheduler.class);
    private static final int OVERLOOKED_SECONDS = 30;

    private final OrderRunner runner;
    private volatile ScheduledExecutorService thread = newThread();
    private volatile boolean running;

    OrderScheduler(OrderRunner runner) {
        this.runner = runner;
    }

    /** Lets the device be looked after soon. Never blocks. */
    void wake(int deviceId) {
        run(() -> runner.dispatch(deviceId));
    }

    /** Runs something on the thread. Never blocks. */
    void run(Runnable task) {
        try {
            thread.execute(() -> logged(task));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The platform is stopping; orders wait for its next start");
        }
    }

    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        thread.scheduleWithFixedDelay(() -> logged(runner::runDue), 1, 1, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                () -> logged(runner::dispatchAll), OVERLOOKED_SECONDS, OVERLOOKED_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("work-orders").factory());
    }

    /** A failure of one round must not end the rounds: the orders are still in the database, and due. */
    private static void logged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.warn("Work orders could not be looked after: {}", failure.toString());
        }
    }
}
