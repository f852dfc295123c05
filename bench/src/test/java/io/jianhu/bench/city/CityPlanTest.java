package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.hj212.Edition;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CityPlanTest {

    private final CityPlan city = CityPlan.of(7, CityPlan.Size.SHAOXING);

    @Test
    void a_default_city_has_the_outlets_of_shaoxing() {
        Map<Medium, Long> byMedium =
                city.devices().stream().collect(Collectors.groupingBy(Device::medium, Collectors.counting()));

        assertThat(byMedium).containsEntry(Medium.WASTE_WATER, 455L).containsEntry(Medium.FLUE_GAS, 134L);
        assertThat(city.devices()).hasSize(589);
    }

    @Test
    void the_same_seed_gives_the_same_city_and_another_seed_another() {
        assertThat(CityPlan.of(7, CityPlan.Size.SHAOXING)).isEqualTo(city);
        assertThat(CityPlan.of(8, CityPlan.Size.SHAOXING).devices()).isNotEqualTo(city.devices());
    }

    @Test
    void a_smaller_city_is_a_part_of_the_larger_one() {
        CityPlan small = CityPlan.of(7, new CityPlan.Size(20, 0, 0));

        assertThat(city.devices()).containsAll(small.devices());
    }

    @Test
    void device_numbers_are_unique_and_as_long_as_their_edition_says() {
        assertThat(city.devices()).extracting(Device::mn).doesNotHaveDuplicates();
        assertThat(city.devices()).allSatisfy(device -> {
            boolean isShort = device.edition() == Edition.HJT_212_2005 || device.has(Quirk.SHORT_MN);
            assertThat(device.mn()).matches(isShort ? "[0-9A-Z]{14}" : "[0-9A-F]{24}");
        });
    }

    @Test
    void editions_and_districts_are_mixed_as_planned() {
        Map<Edition, Long> editions = count(Device::edition);
        Map<District, Long> districts = count(device -> device.park().district());

        assertThat(share(editions, Edition.HJT_212_2005)).isCloseTo(0.20, within(0.06));
        assertThat(share(editions, Edition.HJ_212_2017)).isCloseTo(0.65, within(0.06));
        assertThat(share(editions, Edition.HJ_212_2025)).isCloseTo(0.15, within(0.06));
        assertThat(Arrays.stream(District.values()))
                .allSatisfy(
                        district -> assertThat(share(districts, district)).isCloseTo(district.share(), within(0.06)));
    }

    @Test
    void shares_add_up() {
        assertThat(Arrays.stream(District.values()).mapToDouble(District::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(Medium.values()))
                .allSatisfy(medium -> assertThat(Industry.listFor(medium).stream()
                                .mapToDouble(Industry::share)
                                .sum())
                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void a_device_lies_in_its_park() {
        assertThat(city.devices()).allSatisfy(device -> {
            double north = (device.place().latitude() - device.park().latitude()) * 111.2;
            double east = (device.place().longitude() - device.park().longitude())
                    * 111.2
                    * Math.cos(Math.toRadians(device.park().latitude()));
            assertThat(Math.hypot(north, east)).isLessThan(device.park().radiusKm() + 0.01);
        });
    }

    @Test
    void nobody_can_take_a_name_for_a_real_enterprise() {
        assertThat(city.devices()).extracting(Device::name).allMatch(name -> name.startsWith("鉴湖示例"));
    }

    private <K> Map<K, Long> count(Function<Device, K> by) {
        return city.devices().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private <K> double share(Map<K, Long> counted, K key) {
        return (double) counted.getOrDefault(key, 0L) / city.devices().size();
    }
}
