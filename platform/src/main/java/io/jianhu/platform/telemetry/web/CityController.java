package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.NeedsLogIn;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.telemetry.internal.live.DeviceViews;
import io.jianhu.platform.telemetry.internal.live.Overview;
import io.jianhu.platform.telemetry.internal.live.Overviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "city", description = "The city at a glance")
class CityController {

    private static final String GEOJSON = "application/geo+json";

    private final Overviews overviews;
    private final DeviceViews devices;

    CityController(Overviews overviews, DeviceViews devices) {
        this.overviews = overviews;
        this.devices = devices;
    }

    /** Everything a map needs in one answer. */
    record MapPoints(List<DeviceViews.MapPoint> items) {}

    @Needs(Permission.DEVICES_READ)
    @GetMapping("/overview")
    @Operation(
            summary = "Devices by state and district, frames, ingest",
            description = "offline of a district counts those never heard, too")
    Overview overview(@AuthenticationPrincipal Actor actor) {
        return overviews.read(actor.scope());
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping("/map/points")
    @Operation(summary = "Every registered device that has a place, at most 20 000")
    MapPoints points(@AuthenticationPrincipal Actor actor) {
        return new MapPoints(devices.listPoints(actor.scope()));
    }

    @NeedsLogIn
    @GetMapping(
            path = "/districts",
            produces = {GEOJSON, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "The six districts as GeoJSON, WGS 84, with code, name_zh and name_en")
    ResponseEntity<Resource> districts() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new ClassPathResource("geo/districts.geojson"));
    }
}
