package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.internal.read.FrameDetail;
import io.jianhu.platform.telemetry.internal.read.FrameDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/frames")
@Tag(name = "frames", description = "Frames as they came, byte for byte")
class FrameController {

    private final FrameDetails frames;

    FrameController(FrameDetails frames) {
        this.frames = frames;
    }

    @Needs(Permission.FRAMES_READ)
    @GetMapping("/{id}")
    @Operation(summary = "A frame: its bytes and what each is for, what it means, its findings, its place in the chain")
    FrameDetail frame(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        return FrameRef.findIn(id)
                .flatMap(ref -> frames.find(actor.scope(), ref))
                .orElseThrow(() ->
                        ApiProblem.of(CommonProblem.NOT_FOUND, new Bilingual("没有报文 " + id, "There is no frame " + id)));
    }
}
