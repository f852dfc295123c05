package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.api.Limits;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DeviceStatus;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.telemetry.Verdict;
import io.jianhu.platform.telemetry.internal.live.DeviceDetail;
import io.jianhu.platform.telemetry.internal.live.DeviceState;
import io.jianhu.platform.telemetry.internal.live.DeviceSummary;
import io.jianhu.platform.telemetry.internal.live.DeviceViews;
import io.jianhu.platform.telemetry.internal.read.FindingsBoard;
import io.jianhu.platform.telemetry.internal.read.FrameFilter;
import io.jianhu.platform.telemetry.internal.read.FrameLists;
import io.jianhu.platform.telemetry.internal.read.FrameSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/devices")
@Tag(name = "devices", description = "Data loggers; {mn} is URL-encoded, the device without MN is -")
class DeviceController {

    private static final int MAX_FINDING_DAYS = 92;

    private final DeviceDirectory directory;
    private final DeviceViews views;
    private final FrameLists frames;
    private final FindingsBoard findings;

    DeviceController(DeviceDirectory directory, DeviceViews views, FrameLists frames, FindingsBoard findings) {
        this.directory = directory;
        this.views = views;
        this.frames = frames;
        this.findings = findings;
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping
    @Operation(
            summary = "Devices by MN",
            description = "state: live, late, offline, never, faulty. q: part of MN or name.")
    Listing<DeviceSummary> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String medium,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        DeviceViews.Filter filter = new DeviceViews.Filter(
                Parameters.choice("status", status, DeviceStatus.values(), DeviceStatus::label),
                Parameters.choice("medium", medium, Medium.values(), Medium::label),
                Parameters.text(district),
                Parameters.choice("state", state, DeviceState.values(), DeviceState::label),
                Parameters.text(q));
        return views.list(actor.scope(), filter, Limits.ofList(limit), Parameters.text(cursor));
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping("/{mn}")
    @Operation(summary = "A device with its current readings and its place in the chain")
    DeviceDetail detail(@AuthenticationPrincipal Actor actor, @PathVariable String mn) {
        return views.detail(Parameters.device(directory, actor, mn));
    }

    @Needs(Permission.FRAMES_READ)
    @GetMapping("/{mn}/frames")
    @Operation(
            summary = "Frames of a device, newest first",
            description = "from and to limit the time of receipt. A page can be shorter than the limit and still have a"
                    + " next cursor, where a filter passes over many frames.")
    Listing<FrameSummary> frames(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String mn,
            @RequestParam(required = false) @Nullable String cn,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Device device = Parameters.device(directory, actor, mn);
        FrameFilter filter = new FrameFilter(
                Parameters.text(cn),
                Parameters.choice("verdict", verdict, Verdict.values(), Verdict::label),
                from == null ? FrameFilter.BEGINNING : from,
                to == null ? FrameFilter.END : to);
        return frames.list(device, filter, Limits.ofList(limit), Parameters.text(cursor));
    }

    @Needs(Permission.FINDINGS_READ)
    @GetMapping("/{mn}/findings")
    @Operation(summary = "Defects of a device's frames by day and code, newest day first")
    List<FindingsBoard.DayFinding> findings(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String mn,
            @RequestParam(required = false) @Nullable Integer days) {
        return findings.listOfDevice(
                Parameters.device(directory, actor, mn), Parameters.days(days, 7, MAX_FINDING_DAYS));
    }
}
