package io.jianhu.platform.identity.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.NeedsLogIn;
import io.jianhu.platform.identity.internal.OwnAccount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "account", description = "One's own account: password and second factor")
class AccountController {

    private static final int MAX_LENGTH = 256;

    private final OwnAccount account;

    AccountController(OwnAccount account) {
        this.account = account;
    }

    /** Old and new password. */
    record PasswordChange(
            @Nullable String currentPassword, @Nullable String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    /** The password once more. */
    record Password(@Nullable String password) {
        @Override
        public String toString() {
            return "Password[hidden]";
        }
    }

    /** What the authenticator shows. */
    record Code(@Nullable String code) {}

    @NeedsLogIn
    @GetMapping
    @Operation(summary = "My account")
    OwnAccount.View account(@AuthenticationPrincipal Actor actor) {
        return account.get(actor);
    }

    @NeedsLogIn
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change my password",
            description = "10 characters of three kinds, or 16 of any; not the login, none of the last five. All other"
                    + " sessions of the account end.")
    void changePassword(@AuthenticationPrincipal Actor actor, @RequestBody PasswordChange body) {
        account.changePassword(
                actor,
                required("current_password", body.currentPassword()),
                required("new_password", body.newPassword()));
    }

    @NeedsLogIn
    @PostMapping("/second-factor")
    @Operation(
            summary = "Begin with a second factor (RFC 6238)",
            description = "Gives the secret, this once, as text and as otpauth URI for a QR code. It is asked for at"
                    + " log-ins after it was confirmed.")
    OwnAccount.Enrolment enrol(@AuthenticationPrincipal Actor actor, @RequestBody Password body) {
        return account.enrol(actor, required("password", body.password()));
    }

    @NeedsLogIn
    @PostMapping("/second-factor/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm the second factor with a first code")
    void confirm(@AuthenticationPrincipal Actor actor, @RequestBody Code body) {
        account.confirm(actor, required("code", body.code()));
    }

    @NeedsLogIn
    @PostMapping("/second-factor/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do without a second factor again")
    void drop(@AuthenticationPrincipal Actor actor, @RequestBody Password body) {
        account.drop(actor, required("password", body.password()));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw ApiProblem.of(CommonProblem.INVALID_FIELDS)
                    .withErrors(List.of(new FieldProblem(
                            field, "required", "1 to " + MAX_LENGTH + " characters", "1 至 " + MAX_LENGTH + " 个字符")));
        }
        return value;
    }
}
