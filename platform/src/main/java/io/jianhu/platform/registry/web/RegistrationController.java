package io.jianhu.platform.registry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DeviceDirectory.Registered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    @PutMapping("/{mn}")
    ResponseEntity<RegisteredDevice> register(@PathVariable String mn, @RequestBody DeviceForm form) {
        return switch (form.check(mn)) {
            case DeviceForm.Checked.Invalid(List<FieldProblem> errors) ->
                throw ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(errors);
            case DeviceForm.Checked.Valid(var registration) -> {
                Registered registered = devices.register(mn, registration);
                HttpStatus status = registered instanceof Registered.Created ? HttpStatus.CREATED : HttpStatus.OK;
                yield ResponseEntity.status(status).body(RegisteredDevice.of(registered.device()));
            }
        };
    }

    @PostMapping("/import")
    ImportResult importAll(@RequestBody ImportBody body) {
        List<@Nullable ImportRow> rows = body.devices();
        if (rows == null || rows.isEmpty() || rows.size() > MAX_IMPORT) {
            throw ApiProblem.of(CommonProblem.INVALID_FIELDS)
                    .withErrors(List.of(new FieldProblem(
                            "devices",
                            "size",
                            "must have 1 to " + MAX_IMPORT + " rows",
                            "应有 1 至 " + MAX_IMPORT + " 行")));
        }
        return importRows(rows);
    }

    private ImportResult importRows(List<@Nullable ImportRow> rows) {
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
                    if (devices.register(mn, registration) instanceof Registered.Created) {
                        created++;
                    } else {
                        updated++;
                    }
                }
            }
        }
        return new ImportResult(created, updated, errors);
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
