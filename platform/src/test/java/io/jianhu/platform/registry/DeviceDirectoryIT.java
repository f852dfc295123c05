package io.jianhu.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Sm4Key;
import io.jianhu.platform.registry.DeviceDirectory.Registered;
import io.jianhu.platform.registry.Registration.Secret;
import io.jianhu.platform.support.RunningPlatform;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Import(DeviceDirectoryIT.Listener.class)
class DeviceDirectoryIT extends RunningPlatform {

    private static final Instant AT = Instant.parse("2026-11-25T02:00:00Z");
    private static final byte[] KEY = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");

    @Autowired
    private DeviceDirectory devices;

    @Autowired
    private Listener listener;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Hears what others hear, and looks whether it is committed. */
    @TestConfiguration
    static class Listener {
        private final LinkedBlockingQueue<String> committed = new LinkedBlockingQueue<>();

        @EventListener
        void changed(DeviceChanged changed) {
            DB.jdbc()
                    .sql("select mn || ' ' || status from device where device_id = :id")
                    .param("id", changed.device().deviceId())
                    .query(String.class)
                    .optional()
                    .ifPresent(committed::add);
        }

        private List<String> heardOf(String mn) {
            return committed.stream().filter(line -> line.startsWith(mn + " ")).toList();
        }
    }

    @Test
    void an_unknown_mn_is_quarantined_once_however_many_ask_at_once() throws Exception {
        List<Callable<Device>> askers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            askers.add(() -> devices.quarantine("RACE-1", AT));
        }
        Set<Device> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Device>> futures = threads.invokeAll(askers);
            answers = futures.stream().map(Future::resultNow).collect(Collectors.toSet());
        }
        assertThat(answers).singleElement().satisfies(device -> {
            assertThat(device.inQuarantine()).isTrue();
            assertThat(device.name()).isEqualTo("RACE-1");
            assertThat(device.firstHeardAt()).contains(AT);
            assertThat(devices.findById(device.deviceId())).contains(device);
        });
        assertThat(rowsOf("RACE-1")).isOne();
        assertThat(listener.heardOf("RACE-1")).containsExactly("RACE-1 quarantine");
    }

    @Test
    void quarantine_outlives_the_transaction_of_the_caller() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            devices.quarantine("OUTLIVES-1", AT);
            status.setRollbackOnly();
        });
        assertThat(rowsOf("OUTLIVES-1")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "A B", "A\u0000B", "A\nB", "\uD800"})
    void what_cannot_be_an_mn_belongs_to_the_device_without_one(String mn) {
        assertThat(devices.quarantine(mn, AT).deviceId()).isEqualTo(Device.NO_MN);
    }

    @Test
    void an_mn_longer_than_any_edition_allows_is_kept_up_to_64_characters() {
        assertThat(devices.quarantine("M".repeat(64), AT).deviceId()).isNotEqualTo(Device.NO_MN);
        assertThat(devices.quarantine("M".repeat(65), AT).deviceId()).isEqualTo(Device.NO_MN);
        assertThat(devices.findByMn("M".repeat(9_000))).isEmpty();
    }

    @Test
    void registering_takes_a_device_out_of_quarantine_for_all_readers_at_once() {
        Device heard = devices.quarantine("KNOWN-1", AT);
        assertThat(devices.listAll()).contains(heard);

        Registered registered = devices.register("KNOWN-1", registration(new Secret.Keep<>()));

        assertThat(registered).isInstanceOf(Registered.Created.class);
        Device device = registered.device();
        assertThat(device.deviceId()).isEqualTo(heard.deviceId());
        assertThat(device.inQuarantine()).isFalse();
        assertThat(device.firstHeardAt()).contains(AT);
        assertThat(device.registeredAt()).isPresent();
        assertThat(device.profile().edition()).contains(Edition.HJ_212_2017);
        assertThat(device.profile().sm4Key()).contains(Sm4Key.of(KEY));
        assertThat(device.place().orElseThrow().longitude()).isEqualByComparingTo("120.582112");
        assertThat(devices.findByMn("KNOWN-1")).contains(device);
        assertThat(devices.findById(device.deviceId())).contains(device);
        assertThat(devices.listAll()).contains(device).doesNotContain(heard);
        assertThat(listener.heardOf("KNOWN-1")).containsExactly("KNOWN-1 quarantine", "KNOWN-1 registered");
    }

    @Test
    void a_change_keeps_the_secrets_it_does_not_mention() {
        devices.register("SECRET-1", registration(new Secret.Set<>(DevicePassword.of("123456"))));

        Registered kept = devices.register("SECRET-1", registration(new Secret.Keep<>()));
        assertThat(kept).isInstanceOf(Registered.Updated.class);
        assertThat(kept.device().password()).hasValueSatisfying(password -> {
            assertThat(password.matches("123456")).isTrue();
            assertThat(password.matches("123457")).isFalse();
        });

        Registered cleared = devices.register("SECRET-1", registration(new Secret.Clear<>()));
        assertThat(cleared.device().password()).isEmpty();
    }

    @Test
    void secrets_do_not_print() {
        Registered registered =
                devices.register("SECRET-2", registration(new Secret.Set<>(DevicePassword.of("open-sesame"))));
        String everything = registered + " " + new DeviceChanged(registered.device()) + " "
                + registration(new Secret.Set<>(DevicePassword.of("open-sesame")));
        assertThat(everything)
                .contains("SECRET-2")
                .doesNotContain("open-sesame")
                .doesNotContainIgnoringCase("0123456789abcdef");
    }

    @Test
    void the_first_frame_is_noted_once() {
        Device device =
                devices.register("HEARD-1", registration(new Secret.Keep<>())).device();
        assertThat(device.firstHeardAt()).isEmpty();
        devices.markFirstHeard(device.deviceId(), AT);
        devices.markFirstHeard(device.deviceId(), AT.plusSeconds(30));
        assertThat(devices.findByMn("HEARD-1").flatMap(Device::firstHeardAt)).contains(AT);
    }

    @Test
    void readers_never_see_a_device_older_than_the_last_change() throws Exception {
        devices.register("FRESH-1", named("0"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= 50; round++) {
                List<Future<Integer>> readers = Stream.generate(() -> threads.submit(() -> nameOf("FRESH-1")))
                        .limit(4)
                        .toList();
                devices.register("FRESH-1", named(Integer.toString(round)));
                assertThat(nameOf("FRESH-1")).isEqualTo(round);
                for (Future<Integer> reader : readers) {
                    assertThat(reader.get()).isBetween(round - 1, round);
                }
            }
        }
    }

    @Test
    void the_device_without_an_mn_is_there_from_the_start() {
        assertThat(devices.findByMn("")).map(Device::deviceId).contains(Device.NO_MN);
        assertThat(devices.listAll().getFirst().deviceId()).isEqualTo(Device.NO_MN);
    }

    private int nameOf(String mn) {
        return Integer.parseInt(devices.findByMn(mn).orElseThrow().name());
    }

    private static Registration registration(Secret<DevicePassword> password) {
        return new Registration(
                "越城污水处理厂总排口",
                Medium.WASTE_WATER,
                Optional.of(Districts.YUECHENG.code()),
                Optional.of(new Place(new BigDecimal("120.5821123"), new BigDecimal("30.0023"))),
                Optional.of(Edition.HJ_212_2017),
                password,
                new Secret.Set<>(KEY));
    }

    private static Registration named(String name) {
        return new Registration(
                name,
                Medium.AIR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Secret.Keep<>(),
                new Secret.Keep<>());
    }

    private static long rowsOf(String mn) {
        return DB.jdbc()
                .sql("select count(*) from device where mn = :mn")
                .param("mn", mn)
                .query(Long.class)
                .single();
    }
}
