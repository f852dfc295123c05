package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.internal.live.LiveHub;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/live")
@Tag(name = "live", description = "Server-sent events")
class LiveController {

    private final DeviceDirectory directory;
    private final LiveHub hub;

    LiveController(DeviceDirectory directory, LiveHub hub) {
        this.directory = directory;
        this.hub = hub;
    }

    @Needs(Permission.DEVICES_READ)
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "What happens, as it happens",
            description = "Events: device, frame, overview (city only), command; a comment every 15 s at least. With mn"
                    + " every frame of that device, without at most 20 a second, marked sampled. Shows what is in the caller's scope, orders where they may see those. Ends after"
                    + " 30 minutes, and within seconds when the session, the token or a permission is taken away;"
                    + " a browser comes back by itself.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<SseEmitter> live(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String mn) {
        Optional<Device> device = Parameters.text(mn).map(of -> Parameters.device(directory, actor, of));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(hub.open(actor, device));
    }
}
