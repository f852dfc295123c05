package io.jianhu.platform.identity.web;

import io.jianhu.platform.api.Limits;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.internal.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(
        name = "users",
        description = "Accounts, their roles and their scope. One sees those whose scope is within one's own, and gives"
                + " only what one has. What changes holds from the next request on.")
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @Needs(Permission.USERS_READ)
    @GetMapping
    @Operation(summary = "Users by login", description = "q: part of login or name")
    Listing<Users.View> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return users.list(
                actor,
                Texts.find(q),
                Texts.find(role),
                Optional.ofNullable(active),
                Limits.ofList(limit),
                Texts.find(cursor));
    }

    @Needs(Permission.USERS_WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a user",
            description = "Answers with a password to hand over, this once; it must be changed at the first log-in.")
    @ApiResponse(responseCode = "409", description = "login-taken")
    Users.WithPassword create(@AuthenticationPrincipal Actor actor, @RequestBody Users.Form form) {
        return users.create(actor, form);
    }

    @Needs(Permission.USERS_READ)
    @GetMapping("/{login}")
    @Operation(summary = "A user")
    Users.View user(@AuthenticationPrincipal Actor actor, @PathVariable String login) {
        return users.get(actor, login);
    }

    @Needs(Permission.USERS_WRITE)
    @PutMapping("/{login}")
    @Operation(summary = "Change a user: name, organisation, active, roles, scope; replaced as a whole")
    @ApiResponse(responseCode = "403", description = "not-yours-to-give")
    @ApiResponse(responseCode = "409", description = "last-administrator")
    Users.View change(@AuthenticationPrincipal Actor actor, @PathVariable String login, @RequestBody Users.Form form) {
        return users.change(actor, login, form);
    }

    @Needs(Permission.USERS_WRITE)
    @PostMapping("/{login}/reset-password")
    @Operation(summary = "Give a user a new password, shown this once, and log them out everywhere")
    Users.WithPassword resetPassword(
            @AuthenticationPrincipal Actor actor, @PathVariable String login, @RequestBody Reason body) {
        return users.resetPassword(actor, login, body.reason());
    }

    @Needs(Permission.USERS_WRITE)
    @PostMapping("/{login}/drop-second-factor")
    @Operation(summary = "Take a user's second factor away, where a phone was lost, and log them out everywhere")
    Users.View dropSecondFactor(
            @AuthenticationPrincipal Actor actor, @PathVariable String login, @RequestBody Reason body) {
        return users.dropSecondFactor(actor, login, body.reason());
    }

    @Needs(Permission.USERS_WRITE)
    @PostMapping("/{login}/log-out")
    @Operation(summary = "Log a user out everywhere")
    Users.View logOut(@AuthenticationPrincipal Actor actor, @PathVariable String login, @RequestBody Reason body) {
        return users.logOut(actor, login, body.reason());
    }
}
