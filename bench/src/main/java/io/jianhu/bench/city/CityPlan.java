package io.jianhu.bench.city;

import io.jianhu.hj212.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who is in the city: every device with its place, trade, edition and habits, from nothing but a seed.
 *
 * @param devices waste water first, then flue gas, then surface water
 */
record CityPlan(long seed, List<Device> devices) {

    /** Waste-water outlets with automatic monitoring in Shaoxing, end of 2020 (the city's plan, chapter 1.1.3). */
    static final int WASTE_WATER_OUTLETS = 455;

    /** Flue-gas outlets, same source. */
    static final int FLUE_GAS_OUTLETS = 134;

    /** Shares of the editions on the wire, an assumption; the rest speaks HJ 212-2025. */
    private static final double SHARE_2005 = 0.20;

    private static final double SHARE_2017 = 0.65;

    CityPlan {
        devices = List.copyOf(devices);
    }

    /** How many of each. */
    record Size(int wasteWater, int flueGas, int surfaceWater) {

        static final Size SHAOXING = new Size(WASTE_WATER_OUTLETS, FLUE_GAS_OUTLETS, 0);

        /** A city of so many outlets in the proportion of Shaoxing. */
        static Size ofOutlets(int outlets) {
            int gas = Math.round(outlets * (float) FLUE_GAS_OUTLETS / (WASTE_WATER_OUTLETS + FLUE_GAS_OUTLETS));
            return new Size(outlets - gas, gas, 0);
        }

        Size withSurfaceWater(int stations) {
            return new Size(wasteWater, flueGas, stations);
        }
    }

    static CityPlan of(long seed, Size size) {
        List<Device> devices = new ArrayList<>(size.wasteWater + size.flueGas + size.surfaceWater);
        add(devices, seed, Medium.WASTE_WATER, size.wasteWater);
        add(devices, seed, Medium.FLUE_GAS, size.flueGas);
        add(devices, seed, Medium.SURFACE_WATER, size.surfaceWater);
        return new CityPlan(seed, devices);
    }

    private static void add(List<Device> devices, long seed, Medium medium, int count) {
        for (int i = 1; i <= count; i++) {
            long key = Noise.mix(Noise.mix(seed, medium.label()), i);
            devices.add(device(devices.size() + 1, i, key, medium));
        }
    }

    private static Device device(int number, int numberInMedium, long key, Medium medium) {
        District district = drawDistrict(draw(key, "district"));
        List<Park> parks = Park.listIn(district);
        Park park = parks.get(Noise.between(Noise.mix(key, "park"), 0, parks.size() - 1));
        Industry industry = drawIndustry(medium, draw(key, "industry"));
        Edition edition = medium == Medium.SURFACE_WATER ? Edition.SURFACE_WATER : drawEdition(draw(key, "edition"));
        Set<Quirk> quirks = medium == Medium.SURFACE_WATER ? Set.of() : Quirk.draw(key, edition);
        List<FactorModel> factors = industry.factors().stream()
                .filter(factor ->
                        edition != Edition.HJT_212_2005 || !factor.legacyCode().isEmpty())
                .toList();
        return new Device(
                number,
                key,
                mn(edition, quirks, district, medium, numberInMedium),
                name(industry, medium, numberInMedium),
                industry,
                park,
                park.place(draw(key, "along"), draw(key, "around")),
                edition,
                String.format(Locale.ROOT, "%06d", Noise.between(Noise.mix(key, "password"), 0, 999_999)),
                quirks,
                Math.exp(1.1 * (draw(key, "size") - 0.5)),
                Math.exp(0.4 * (draw(key, "strength") - 0.5)),
                Noise.between(Noise.mix(key, "delay"), 400, 14_000),
                answerPolicy(key, quirks),
                factors);
    }

    private static double draw(long key, String what) {
        return Noise.uniform(Noise.mix(key, what));
    }

    private static District drawDistrict(double drawn) {
        double left = drawn;
        for (District district : District.values()) {
            left -= district.share();
            if (left < 0) {
                return district;
            }
        }
        return District.KEQIAO;
    }

    private static Industry drawIndustry(Medium medium, double drawn) {
        List<Industry> industries = Industry.listFor(medium);
        double left = drawn;
        for (Industry industry : industries) {
            left -= industry.share();
            if (left < 0) {
                return industry;
            }
        }
        return industries.getFirst();
    }

    private static Edition drawEdition(double drawn) {
        if (drawn < SHARE_2005) {
            return Edition.HJT_212_2005;
        }
        return drawn < SHARE_2005 + SHARE_2017 ? Edition.HJ_212_2017 : Edition.HJ_212_2025;
    }

    private static Device.AnswerPolicy answerPolicy(long key, Set<Quirk> quirks) {
        if (quirks.contains(Quirk.MUTE)) {
            return Device.AnswerPolicy.NOTHING;
        }
        if (quirks.contains(Quirk.MODBUS_CRC)) {
            return Device.AnswerPolicy.STATISTICS;
        }
        return draw(key, "answers") < 0.7 ? Device.AnswerPolicy.EVERYTHING : Device.AnswerPolicy.STATISTICS;
    }

    private static String mn(Edition edition, Set<Quirk> quirks, District district, Medium medium, int number) {
        int kind = medium.ordinal() + 1;
        return switch (edition) {
            case HJT_212_2005 -> String.format(Locale.ROOT, "SX%s%d%05d", district.code(), kind, number);
            case HJ_212_2017 ->
                quirks.contains(Quirk.SHORT_MN)
                        ? String.format(Locale.ROOT, "SX%s%d%05d", district.code(), kind, number)
                        : String.format(Locale.ROOT, "00%s00A8%d000000%05d", district.code(), kind, number);
            case HJ_212_2025 -> String.format(Locale.ROOT, "25%s00B2%d000000%05d", district.code(), kind, number);
            case SURFACE_WATER -> String.format(Locale.ROOT, "A%s_%04d", district.code(), number);
        };
    }

    private static String name(Industry industry, Medium medium, int number) {
        String outlet = switch (medium) {
            case WASTE_WATER -> "废水总排口";
            case FLUE_GAS -> "废气排放口";
            case SURFACE_WATER -> "断面";
        };
        return String.format(Locale.ROOT, "鉴湖示例%s %03d 号%s", industry.nameZh(), number, outlet);
    }
}
