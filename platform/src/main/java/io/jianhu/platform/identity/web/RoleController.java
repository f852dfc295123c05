package io.jianhu.platform.identity.web;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.NeedsLogIn;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.internal.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "roles", description = "The permission matrix: what there is to allow, and which role allows it")
class RoleController {

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    /** A row of the matrix. */
    record PermissionBody(String label, String textZh, String textEn, String groupZh, String groupEn) {
        static PermissionBody of(Permission permission) {
            return new PermissionBody(
                    permission.label(),
                    permission.text().zh(),
                    permission.text().en(),
                    permission.group().zh(),
                    permission.group().en());
        }
    }

    @NeedsLogIn
    @GetMapping("/permissions")
    @Operation(summary = "Everything that may be allowed, in the order of the matrix")
    List<PermissionBody> permissions() {
        return Arrays.stream(Permission.values()).map(PermissionBody::of).toList();
    }

    @Needs(Permission.ROLES_READ)
    @GetMapping("/roles")
    @Operation(summary = "Every role with its permissions and how many have it")
    List<Roles.View> roles() {
        return roles.listAll();
    }

    @Needs(Permission.ROLES_WRITE)
    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a role")
    @ApiResponse(responseCode = "409", description = "role-code-taken")
    Roles.View create(@AuthenticationPrincipal Actor actor, @RequestBody Roles.Form form) {
        return roles.create(actor, form);
    }

    @Needs(Permission.ROLES_WRITE)
    @PutMapping("/roles/{code}")
    @Operation(summary = "Change a role; it holds for all who have it from the next request on")
    @ApiResponse(responseCode = "409", description = "last-administrator")
    Roles.View change(@AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody Roles.Form form) {
        return roles.change(actor, code, form);
    }

    @Needs(Permission.ROLES_WRITE)
    @PostMapping("/roles/{code}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a role, from everybody who has it too")
    @ApiResponse(responseCode = "409", description = "built-in-role, last-administrator")
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody Reason body) {
        roles.remove(actor, code, body.reason());
    }
}
