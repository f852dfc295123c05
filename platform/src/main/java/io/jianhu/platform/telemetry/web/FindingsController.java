package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.telemetry.internal.read.FindingsBoard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "findings", description = "Defects of frames: which devices send what, how often")
class FindingsController {

    private static final int MAX_DAYS = 92;

    private final FindingsBoard board;

    FindingsController(FindingsBoard board) {
        this.board = board;
    }

    @Needs(Permission.FINDINGS_READ)
    @GetMapping
    @Operation(summary = "Findings of the last days by code and by device (the top 200)")
    FindingsBoard.Board board(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String medium) {
        return board.read(
                actor.scope(),
                Parameters.days(days, 1, MAX_DAYS),
                Parameters.text(code),
                Parameters.choice("medium", medium, Medium.values(), Medium::label));
    }
}
