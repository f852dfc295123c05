package io.jianhu.standards.air.series;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.GoodDays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code docs/AIR-YEARS.md}: years of recorded data, as evaluated here. */
final class AirYearsPage {

    private static final List<String> FACTORS = List.of("SO2", "NO2", "CO", "O3", "PM10", "PM2.5");
    private static final String NONE = "—";

    private final StringBuilder page = new StringBuilder();

    AirYearsPage() {
        page.append("""
                # Years of recorded air

                Written by `AirYearsTest` from hourly measurements that are not part of this repository: only what was computed from them
                stands here. Do not edit; with the data at hand run `./mvnw -pl standards test -Dtest=AirYearsTest -Djianhu.docs=write`.
                Without the data the test says so and does nothing.

                Sources:

                - Beijing, twelve stations, 2013-03-01 to 2017-02-28: Beijing Multi-Site Air Quality, UCI Machine Learning Repository,
                  data set 501, DOI 10.24432/C5RK5G (CC BY 4.0 by that page; not verified again).
                - Haikou, station 1410A, 2014-05-13 to 2023-03-30: real-time publication of the China National Environmental Monitoring
                  Centre, collected by quotsoft.net, copy in github.com/liujun2024/TrajRF (underlying data without an explicit licence).

                How it was computed, and what it is not:

                - Limits of class 2, GB 3095-2012. Before 2016 the standard held only where it was applied early: Beijing and Haikou by
                  环发[2012]11号, as rows of `air-early-application`. HJ 633-2012 for the index, HJ 663-2013 for the year.
                - Hours as published, outliers included: nobody has reviewed them here. These are not the official figures.
                - Particles and gases are in the reference state of their time; from 2018-09-01 it is another one (amendment of 2018).
                - The hours 0 to 23 of the file of Beijing are taken as the 24 hours of that date; those of Haikou are stamped with their end.
                - A city is the mean of its stations where 75 % are valid (an unverified rule). Beijing is all twelve stations of the file.
                  The station of Haikou has no PM10: its index is that of five items, and no year of it can attain.
                - Daily values are not rounded before they are averaged; each figure is rounded once, half to even (GB/T 8170).
                - A valid day has every item of the file. Days needed for a year: 324, and 27 in every month, 25 in February.

                """);
    }

    /** The years of one city: values, then completeness. */
    void city(String heading, Map<Integer, RealYears.CityYear> years) {
        page.append("## ").append(heading).append("\n\n");
        page.append(
                        "µg/m³, CO mg/m³; mean / percentile (SO2, NO2 P98, CO, PM10, PM2.5 P95, O3 P90 of the daily maximum 8 h).")
                .append(" A figure in brackets is of a year that is not valid.\n\n");
        page.append("| year | valid days | good days | share | ")
                .append(FACTORS.stream().collect(Collectors.joining(" | ")))
                .append(" | composite | verdict |\n|---|---:|---:|---:|")
                .append("---:|".repeat(FACTORS.size()))
                .append("---:|---|\n");
        years.forEach((year, of) -> {
            List<String> cells = new ArrayList<>(List.of(year.toString()));
            cells.add(of.share().map(share -> Integer.toString(share.valid())).orElse("0"));
            cells.add(of.share().map(share -> Integer.toString(share.good())).orElse(NONE));
            cells.add(
                    of.share().map(GoodDays.Share::percent).map(it -> it + " %").orElse(NONE));
            FACTORS.forEach(factor ->
                    cells.add(figures(Optional.ofNullable(of.year().items().get(factor)))));
            cells.add(of.composite().map(BigDecimal::toPlainString).orElse(NONE));
            cells.add(of.year().verdict().title().en());
            row(cells);
        });
        page.append("\nValid days of each item, and the months with too few:\n\n| year | ")
                .append(FACTORS.stream().collect(Collectors.joining(" | ")))
                .append(" |\n|---|")
                .append("---|".repeat(FACTORS.size()))
                .append('\n');
        years.forEach((year, of) -> {
            List<String> cells = new ArrayList<>(List.of(year.toString()));
            FACTORS.forEach(factor ->
                    cells.add(completeness(Optional.ofNullable(of.year().items().get(factor)))));
            row(cells);
        });
        page.append('\n');
    }

    private static String figures(Optional<ItemYear> item) {
        return item.map(it -> {
                    String percentile = it.percentile().value().toPlainString();
                    String both = it.mean()
                            .map(mean -> mean.value().toPlainString() + " / " + percentile)
                            .orElse(percentile);
                    return it.valid() ? both : "(" + both + ")";
                })
                .orElse(NONE);
    }

    private static String completeness(Optional<ItemYear> item) {
        return item.map(it -> it.days().have() + " of " + it.days().expected()
                        + it.invalidMonths().stream()
                                .map(month -> String.format(Locale.ROOT, "%d", month.getMonthValue()))
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "),
                                        months -> months.isEmpty() ? "" : "; months " + months)))
                .orElse(NONE);
    }

    /** Stations by composite index. */
    void ranking(int year, Map<String, RealYears.CityYear> stations, RuleBook rules) {
        Map<String, BigDecimal> composites = new LinkedHashMap<>();
        stations.forEach((station, of) -> of.composite().ifPresent(value -> composites.put(station, value)));
        page.append("### Stations of Beijing by composite index, ").append(year).append("\n\n");
        if (composites.isEmpty()) {
            page.append("No station has a valid year of all six items.\n\n");
            return;
        }
        page.append(
                "| rank | station | composite | valid days | good days | verdict |\n|---:|---|---:|---:|---:|---|\n");
        for (Rankings.Place place : Rankings.of(rules)
                .rank(composites, Rankings.Order.LOWER_IS_BETTER)
                .getValue()) {
            RealYears.CityYear of = stations.get(place.name());
            if (of != null) {
                row(List.of(
                        Integer.toString(place.rank()),
                        place.name(),
                        place.value().toPlainString(),
                        of.share().map(share -> Integer.toString(share.valid())).orElse(NONE),
                        of.share().map(share -> Integer.toString(share.good())).orElse(NONE),
                        of.year().verdict().title().en()));
            }
        }
        int without = stations.size() - composites.size();
        if (without > 0) {
            page.append("\nNot ranked, a year of some item is not valid: ")
                    .append(stations.keySet().stream()
                            .filter(station -> !composites.containsKey(station))
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        page.append('\n');
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    String text() {
        return page.toString().stripTrailing() + "\n";
    }
}
