package io.jianhu.platform.identity.web;

import io.jianhu.platform.api.Limits;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.internal.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(
        name = "audit",
        description = "Who did what to what, why, before and after; hash-chained. Who does not see everything sees the"
                + " entries about objects in their regions.")
class AuditController {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Needs(Permission.AUDIT_READ)
    @GetMapping
    @Operation(summary = "Entries, the newest first", description = "q: part of actor, object or reason")
    Listing<AuditLog.View> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "actor", required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "object_kind", required = false) @Nullable String objectKind,
            @RequestParam(name = "object_id", required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return log.list(
                actor.scope(),
                filter(who, action, objectKind, objectId, q, from, to),
                Limits.ofList(limit),
                Texts.find(cursor));
    }

    @Needs(Permission.AUDIT_READ)
    @GetMapping("/chain")
    @Operation(summary = "Walk along the chain: whether it holds, and the first entry that does not fit")
    AuditLog.Chain chain() {
        return log.check();
    }

    @Needs(Permission.AUDIT_EXPORT)
    @GetMapping(path = "/export", produces = "text/csv")
    @Operation(summary = "All entries of a filter as CSV; taking them out is recorded")
    @ApiResponse(
            responseCode = "200",
            description = "CSV with a byte order mark",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "actor", required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "object_kind", required = false) @Nullable String objectKind,
            @RequestParam(name = "object_id", required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        log.export(actor, filter(who, action, objectKind, objectId, q, from, to), out);
    }

    private static AuditLog.Filter filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String objectKind,
            @Nullable String objectId,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new AuditLog.Filter(
                Texts.find(actor),
                Texts.find(action),
                Texts.find(objectKind),
                Texts.find(objectId),
                Texts.find(text),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
