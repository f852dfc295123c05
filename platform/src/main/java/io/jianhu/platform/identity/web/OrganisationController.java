package io.jianhu.platform.identity.web;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.NeedsLogIn;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.internal.Organisations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "organisations", description = "City, districts, townships, grids, departments, enterprises")
class OrganisationController {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @NeedsLogIn
    @GetMapping("/regions")
    @Operation(summary = "Regions by code (GB/T 2260)")
    List<Organisations.Region> regions() {
        return organisations.listRegions();
    }

    @Needs(Permission.ORGANISATIONS_READ)
    @GetMapping("/organisations")
    @Operation(summary = "Organisations in scope")
    List<Organisations.View> list(@AuthenticationPrincipal Actor actor) {
        return organisations.list(actor.scope());
    }

    @Needs(Permission.ORGANISATIONS_WRITE)
    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter an organisation")
    Organisations.View create(@AuthenticationPrincipal Actor actor, @RequestBody Organisations.Form form) {
        return organisations.create(actor, form);
    }

    @Needs(Permission.ORGANISATIONS_WRITE)
    @PutMapping("/organisations/{id}")
    @Operation(summary = "Change an organisation")
    Organisations.View change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Organisations.Form form) {
        return organisations.change(actor, id, form);
    }
}
