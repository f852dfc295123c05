package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.QnRtn;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.internal.read.CommandName;
import io.jianhu.platform.telemetry.internal.read.Queries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Work orders as they are shown. */
@Service
public class CommandViews {

    /** Passwords and keys in the text of a frame. */
    private static final Pattern SECRETS = Pattern.compile("\\b(PW|NewPW|NewSK)=[^;,&]*");

    private final OrderRows rows;
    private final DeviceDirectory directory;
    private final Queries queries;

    CommandViews(OrderRows rows, DeviceDirectory directory, Queries queries) {
        this.rows = rows;
        this.directory = directory;
        this.queries = queries;
    }

    /** One page, the newest first. */
    public Listing<CommandView> list(
            Scope scope, Optional<Device> device, Optional<OrderState> state, int limit, Optional<String> cursor) {
        String query = "commands|" + device.map(Device::deviceId) + "|" + state;
        long before = cursor.map(text -> Cursor.read(query, text, 1).number(0)).orElse(Long.MAX_VALUE);
        List<WorkOrder> orders = queries.ask(
                "commands",
                query,
                () -> rows.listNewest(scope, device.map(Device::deviceId), state, before, limit + 1));
        return Listing.cut(orders, limit, this::view, order -> Cursor.after(query, order.id()));
    }

    /** The order, whoever may see it. */
    public Optional<CommandView> find(long id) {
        return rows.find(id).map(this::view);
    }

    /** The order, if its device is in scope. */
    public Optional<CommandView> find(Scope scope, long id) {
        return rows.find(id)
                .filter(order -> directory.findById(scope, order.deviceId()).isPresent())
                .map(this::view);
    }

    public Optional<CommandDetail> findDetail(Scope scope, long id) {
        return find(scope, id)
                .map(view -> new CommandDetail(
                        view,
                        rows.listEvents(id).stream().map(CommandViews::event).toList()));
    }

    private CommandView view(WorkOrder order) {
        Optional<Command> command = Commands.find(order.edition(), order.cn());
        Optional<Device> device = directory.findById(order.deviceId());
        Optional<QnRtn> qnRtn = order.qnRtn().flatMap(QnRtn::find);
        Optional<ExeRtn> exeRtn = order.exeRtn().flatMap(ExeRtn::find);
        return new CommandView(
                order.id(),
                device.map(Device::mn).orElse(""),
                device.map(Device::name).orElse(""),
                order.cn(),
                CommandName.of(order.edition().label(), order.cn()).zh(),
                CommandName.of(order.edition().label(), order.cn()).en(),
                OrderParameters.shown(command, order.parameters()),
                order.state().label(),
                order.qn().orElse(null),
                order.attempts(),
                order.dataFrames(),
                order.qnRtn().orElse(null),
                qnRtn.map(QnRtn::nameZh).orElse(null),
                qnRtn.map(QnRtn::nameEn).orElse(null),
                order.exeRtn().orElse(null),
                exeRtn.map(ExeRtn::nameZh).orElse(null),
                exeRtn.map(ExeRtn::nameEn).orElse(null),
                order.askedBy(),
                order.reason(),
                order.askedAt(),
                order.sentAt().orElse(null),
                order.answeredAt().orElse(null),
                order.finishedAt().orElse(null),
                order.expiresAt());
    }

    private static CommandDetail.Event event(OrderRows.EventRow row) {
        Optional<String> frameId =
                row.note().filter(note -> FrameRef.findIn(note).isPresent());
        Optional<String> text = row.bytes()
                .map(bytes -> SECRETS.matcher(new String(bytes, StandardCharsets.UTF_8).strip())
                        .replaceAll("$1=••••••"))
                .or(() -> row.note().filter(note -> frameId.isEmpty()));
        return new CommandDetail.Event(
                row.at(),
                row.what().label(),
                row.what().text().zh(),
                row.what().text().en(),
                text.orElse(null),
                frameId.orElse(null));
    }
}
