package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.Limits;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.internal.command.CommandDetail;
import io.jianhu.platform.telemetry.internal.command.CommandView;
import io.jianhu.platform.telemetry.internal.command.CommandViews;
import io.jianhu.platform.telemetry.internal.command.OrderCatalogue;
import io.jianhu.platform.telemetry.internal.command.OrderDesk;
import io.jianhu.platform.telemetry.internal.command.OrderState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commands")
@Tag(name = "commands", description = "Downward commands as work orders: who asked what and why, and what became of it")
class CommandController {

    private final OrderDesk desk;
    private final CommandViews views;
    private final DeviceDirectory directory;

    CommandController(OrderDesk desk, CommandViews views, DeviceDirectory directory) {
        this.desk = desk;
        this.views = views;
        this.directory = directory;
    }

    /**
     * An order to give.
     *
     * @param parameters by name of the catalogue: a text, a number, or a list of them; times as ISO 8601 or 14 digits
     * @param reason why; kept with the order
     */
    record Order(
            @Nullable String mn,
            @Nullable String cn,
            @Nullable Map<String, @Nullable Object> parameters,
            @Nullable String reason) {}

    /** Why an order is taken back. */
    record Cancellation(@Nullable String reason) {}

    @Needs(Permission.COMMANDS_READ)
    @GetMapping("/catalogue")
    @Operation(summary = "What can be asked of devices, by edition; a code that means two things is listed twice")
    List<OrderCatalogue.Entry> catalogue() {
        return OrderCatalogue.list();
    }

    @Needs(Permission.COMMANDS_WRITE)
    @PostMapping
    @Operation(summary = "Give an order; it waits for the device up to a day")
    @ApiResponse(responseCode = "201", description = "Taken; the header Location names it")
    @ApiResponse(responseCode = "422", description = "reason-required, unknown-command-for-edition or bad-parameter")
    ResponseEntity<CommandView> ask(@RequestBody Order order, @AuthenticationPrincipal Actor actor) {
        Device device = Parameters.device(directory, actor, order.mn() == null ? "" : order.mn());
        if (device.deviceId() == Device.NO_MN) {
            throw Parameters.invalid("mn", "required", "must name a device", "必须指明设备");
        }
        long id = desk.ask(
                device,
                order.cn() == null ? "" : order.cn(),
                order.parameters() == null ? Map.of() : order.parameters(),
                order.reason(),
                actor);
        return ResponseEntity.created(URI.create("/api/v1/commands/" + id)).body(view(actor, id));
    }

    @Needs(Permission.COMMANDS_READ)
    @GetMapping
    @Operation(summary = "Orders, the newest first")
    Listing<CommandView> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String mn,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Optional<Device> device = Parameters.text(mn).map(of -> Parameters.device(directory, actor, of));
        return views.list(
                actor.scope(),
                device,
                Parameters.choice("state", state, OrderState.values(), OrderState::label),
                Limits.ofList(limit),
                Parameters.text(cursor));
    }

    @Needs(Permission.COMMANDS_READ)
    @GetMapping("/{id}")
    @Operation(summary = "An order with everything that happened to it")
    CommandDetail detail(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return views.findDetail(actor.scope(), id).orElseThrow(() -> notFound(id));
    }

    @Needs(Permission.COMMANDS_WRITE)
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Take an order back; one that was sent may be carried out all the same")
    @ApiResponse(responseCode = "409", description = "already-finished")
    @ApiResponse(responseCode = "422", description = "reason-required")
    CommandView cancel(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Cancellation cancellation) {
        view(actor, id);
        desk.cancel(id, cancellation.reason(), actor);
        return view(actor, id);
    }

    private CommandView view(Actor actor, long id) {
        return views.find(actor.scope(), id).orElseThrow(() -> notFound(id));
    }

    private static ApiProblem notFound(long id) {
        return ApiProblem.of(CommonProblem.NOT_FOUND, new Bilingual("没有工单 " + id, "There is no order " + id));
    }
}
