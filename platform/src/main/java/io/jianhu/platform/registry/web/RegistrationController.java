package io.jianhu.platform.registry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DeviceDirectory.Registered;
import io.jianhu.platform.registry.DeviceDirectory.Registered.Outside;
import io.jianhu.platform.registry.DevicePassword;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enters devices and changes them, one by one or many at once. */
@RestController
@RequestMapping("/api/v1/devices")
class RegistrationController {

    static final int MAX_IMPORT = 1_000;

    private static final Optional<String> IMPORTED = Optional.of("批量导入 / import");
    private static final FieldProblem ABSENT =
            new FieldProblem("mn", "not-found", "there is no such device in your scope", "您的数据范围内没有此设备");
    private static final FieldProblem OUTSIDE = new FieldProblem(
            "district_code",
            "out-of-scope",
            "is outside your scope, or there is no such enterprise",
            "超出您的数据范围，或没有此企业");

    private final DeviceDirectory devices;

    RegistrationController(DeviceDirectory devices) {
        this.devices = devices;
    }

    /** One row of an import. */
    record ImportRow(
            @Nullable String mn, @JsonUnwrapped @Nullable DeviceForm form) {}

    /** Many devices. */
    record ImportBody(@Nullable List<@Nullable ImportRow> devices) {}

    /**
     * One reason why a row was not entered.
     *
     * @param index of the row, from 0
     */
    record ImportError(int index, @Nullable String mn, String field, String code, String message, String messageZh) {}

    /** What came of an import: rows without errors were entered. */
    record ImportResult(int created, int updated, List<ImportError> errors) {}

    /** A password, in the clear. @param password null: the device may send any */
    record RevealedPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "RevealedPassword[hidden]";
        }
    }

    /** Why somebody wants to see a password. */
    record Reason(@Nullable String reason) {}

    @Needs(Permission.DEVICES_WRITE)
    @PutMapping("/{mn}")
    ResponseEntity<RegisteredDevice> register(
            @AuthenticationPrincipal Actor actor, @PathVariable String mn, @RequestBody DeviceForm form) {
        return switch (form.check(mn)) {
            case DeviceForm.Checked.Invalid(List<FieldProblem> errors) ->
                throw ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(errors);
            case DeviceForm.Checked.Valid(var registration) ->
                switch (devices.register(mn, registration, actor, reason(form.reason()))) {
                    case Registered.Created(Device device) ->
                        ResponseEntity.status(HttpStatus.CREATED).body(RegisteredDevice.of(device));
                    case Registered.Updated(Device device) -> ResponseEntity.ok(RegisteredDevice.of(device));
                    case Registered.Refused(Outside what) when what == Outside.DEVICE -> throw notFound(mn);
                    case Registered.Refused(Outside what) ->
                        throw ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(List.of(OUTSIDE));
                };
        };
    }

    @Needs(Permission.DEVICES_SECRETS)
    @PostMapping("/{mn}/password/reveal")
    @Operation(summary = "The PW a device must send, in the clear; who looked and why is recorded")
    @ApiResponse(responseCode = "422", description = "reason-missing")
    ResponseEntity<RevealedPassword> reveal(
            @AuthenticationPrincipal Actor actor, @PathVariable String mn, @RequestBody Reason body) {
        Device device = devices.findByMn(actor.scope(), mn)
                .filter(found -> found.deviceId() != Device.NO_MN)
                .orElseThrow(() -> notFound(mn));
        Optional<String> reason = reason(body.reason());
        if (reason.isEmpty()) {
            throw ApiProblem.of(IdentityProblem.REASON_MISSING);
        }
        String password = devices.reveal(device, actor, reason)
                .map(DevicePassword::reveal)
                .orElse(null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RevealedPassword(password));
    }

    @Needs(Permission.DEVICES_WRITE)
    @PostMapping("/import")
    ImportResult importAll(@AuthenticationPrincipal Actor actor, @RequestBody ImportBody body) {
        List<@Nullable ImportRow> rows = body.devices();
        if (rows == null || rows.isEmpty() || rows.size() > MAX_IMPORT) {
            throw ApiProblem.of(CommonProblem.INVALID_FIELDS)
                    .withErrors(List.of(new FieldProblem(
                            "devices",
                            "size",
                            "must have 1 to " + MAX_IMPORT + " rows",
                            "应有 1 至 " + MAX_IMPORT + " 行")));
        }
        return importRows(actor, rows);
    }

    private ImportResult importRows(Actor actor, List<@Nullable ImportRow> rows) {
        int created = 0;
        int updated = 0;
        List<ImportError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            ImportRow row = rows.get(index);
            String mn = row == null || row.mn() == null ? "" : row.mn();
            switch (check(row, mn, seen)) {
                case DeviceForm.Checked.Invalid(List<FieldProblem> wrong) -> {
                    for (FieldProblem field : wrong) {
                        errors.add(new ImportError(
                                index, mn, field.field(), field.code(), field.message(), field.messageZh()));
                    }
                }
                case DeviceForm.Checked.Valid(var registration) -> {
                    switch (devices.register(mn, registration, actor, IMPORTED)) {
                        case Registered.Created any -> created++;
                        case Registered.Updated any -> updated++;
                        case Registered.Refused(Outside what) -> {
                            FieldProblem problem = what == Outside.DEVICE ? ABSENT : OUTSIDE;
                            errors.add(new ImportError(
                                    index,
                                    mn,
                                    problem.field(),
                                    problem.code(),
                                    problem.message(),
                                    problem.messageZh()));
                        }
                    }
                }
            }
        }
        return new ImportResult(created, updated, errors);
    }

    private static ApiProblem notFound(String mn) {
        return ApiProblem.of(CommonProblem.NOT_FOUND, new Bilingual("没有设备 " + mn, "There is no device " + mn));
    }

    private static Optional<String> reason(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }

    private static DeviceForm.Checked check(@Nullable ImportRow row, String mn, Set<String> seen) {
        DeviceForm form = row == null ? null : row.form();
        if (form == null) {
            return new DeviceForm.Checked.Invalid(List.of(new FieldProblem("", "empty-row", "the row is empty", "空行")));
        }
        if (!mn.isEmpty() && !seen.add(mn)) {
            return new DeviceForm.Checked.Invalid(
                    List.of(new FieldProblem("mn", "repeated", "an earlier row has the same MN", "前面已有相同 MN 的行")));
        }
        return form.check(mn);
    }
}
