package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.api.Limits;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.internal.read.ObservationKind;
import io.jianhu.platform.telemetry.internal.read.ObservationSeries;
import io.jianhu.platform.telemetry.internal.read.Range;
import io.jianhu.platform.telemetry.internal.read.RealtimeSeries;
import io.jianhu.platform.telemetry.internal.read.SeriesView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/devices/{mn}")
@Tag(name = "series", description = "Values of a factor over time. What is left out is said in notice, never silent.")
class SeriesController {

    private static final int POINTS = 2_000;
    private static final int MAX_POINTS = 20_000;
    private static final Duration USUAL_REALTIME = Duration.ofDays(1);
    private static final Duration LONGEST_REALTIME = Duration.ofDays(366);
    private static final Duration LONGEST_OBSERVATIONS = Duration.ofDays(3_700);

    private final DeviceDirectory directory;
    private final RealtimeSeries realtime;
    private final ObservationSeries observations;
    private final Clock clock;

    SeriesController(DeviceDirectory directory, RealtimeSeries realtime, ObservationSeries observations, Clock clock) {
        this.directory = directory;
        this.realtime = realtime;
        this.observations = observations;
        this.clock = clock;
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping("/realtime")
    @Operation(
            summary = "Real-time values, decoded from the stored frames",
            description = "from and to limit DataTime; the last day where both are absent, 366 days at most. Where the"
                    + " range holds more points than limit (2 000; at most 20 000), each bucket of time keeps its least"
                    + " and greatest value, its first marked and its first missing one.")
    SeriesView<RealtimeSeries.RealtimePoint> realtime(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String mn,
            @RequestParam String factor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Device device = Parameters.device(directory, actor, mn);
        Range range = Range.of(from, to, clock.instant(), USUAL_REALTIME, LONGEST_REALTIME);
        return realtime.read(device, required("factor", factor), range, Limits.of(limit, POINTS, MAX_POINTS));
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping("/observations")
    @Operation(
            summary = "Minute, hour and day values as sent, with revisions",
            description = "from and to limit the start of the interval. as_known_at answers as the platform would have"
                    + " at that time. revisions=all gives every revision a row of its own.")
    SeriesView<ObservationSeries.ObservationPoint> observations(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String mn,
            @RequestParam String kind,
            @RequestParam String factor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(name = "as_known_at", required = false) @Nullable Instant asKnownAt,
            @RequestParam(required = false) @Nullable String revisions,
            @RequestParam(required = false) @Nullable Integer limit) {
        Device device = Parameters.device(directory, actor, mn);
        ObservationKind of = Parameters.choice("kind", kind, ObservationKind.values(), ObservationKind::label)
                .orElseThrow(() -> Parameters.invalid("kind", "required", "must be given", "必须提供"));
        Range range = Range.of(from, to, clock.instant(), of.usualRange(), LONGEST_OBSERVATIONS);
        Optional<Revisions> shown = Parameters.choice("revisions", revisions, Revisions.values(), any -> "all");
        Instant known = asKnownAt == null ? clock.instant() : asKnownAt;
        int points = Limits.of(limit, POINTS, MAX_POINTS);
        return shown.isPresent()
                ? observations.readRevisions(device, of, required("factor", factor), range, known, points)
                : observations.readLatest(device, of, required("factor", factor), range, known, points);
    }

    private enum Revisions {
        ALL
    }

    private static String required(String name, String text) {
        if (text.isBlank()) {
            throw Parameters.invalid(name, "required", "must be given", "必须提供");
        }
        return text.strip();
    }
}
