package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Field;
import io.jianhu.hj212.Finding;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.Item;
import io.jianhu.hj212.Value;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.Verdict;
import io.jianhu.platform.telemetry.internal.read.FrameAnatomy.Place;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.ChainView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.FieldView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.FindingView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.ItemView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.PartView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.ReplyView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.SubPacketsView;
import io.jianhu.platform.telemetry.internal.read.FrameDetail.ValueView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A stored frame read again from its bytes, with its place in the chain. */
@Service
public class FrameDetails {

    /** Sub-packets of one message are looked for among the frames received so many days around it. */
    private static final Duration SUB_PACKETS_AROUND = Duration.ofDays(2);

    private static final int ENCRYPTED = -1;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final HexFormat HASH = HexFormat.of();

    private final FrameRows frames;
    private final DeviceDirectory devices;
    private final Queries queries;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    FrameDetails(FrameRows frames, DeviceDirectory devices, Queries queries) {
        this.frames = frames;
        this.devices = devices;
        this.queries = queries;
    }

    /** The frame of that name; empty where there is none, or its device is out of scope. */
    public Optional<FrameDetail> find(Scope scope, FrameRef ref) {
        return devices.findById(scope, ref.deviceId())
                .flatMap(visible -> queries.ask(
                        "frame", ref.toString(), () -> frames.find(ref).map(this::detail)));
    }

    private FrameDetail detail(StoredFrame stored) {
        FrameRow row = stored.row();
        FrameSummary summary = FrameSummary.of(row);
        Optional<Device> device = devices.findById(row.ref().deviceId());
        FrameText text = FrameText.of(stored.bytes());
        Optional<Decoded> decoded = row.verdict() == Verdict.JUNK
                ? Optional.empty()
                : Optional.of(decoder.decode(
                        stored.bytes(),
                        0,
                        stored.bytes().length,
                        device.map(Device::profile).orElse(DeviceProfile.UNKNOWN)));
        Optional<Frame> frame = decoded.flatMap(Decoded::findFrame);
        FrameAnatomy anatomy = anatomy(stored, text, frame);
        List<ItemView> items = frame.map(f -> items(f, anatomy)).orElse(List.of());
        return new FrameDetail(
                summary.id(),
                summary.mn(),
                summary.receivedAt(),
                summary.dataTime(),
                summary.cn(),
                summary.cnNameZh(),
                summary.cnNameEn(),
                summary.st(),
                summary.qn(),
                summary.edition(),
                summary.verdict(),
                summary.length(),
                summary.acknowledged(),
                summary.pnum(),
                summary.pno(),
                HEX.formatHex(stored.bytes()),
                text.text(),
                text.charsetName(),
                anatomy.segments(),
                fields(frame, anatomy),
                items,
                findings(stored, decoded.map(Decoded::findings).orElse(List.of())),
                stored.peer(),
                passwordMatches(device, frame),
                chain(stored),
                stored.reply()
                        .map(reply -> new ReplyView(
                                HEX.formatHex(reply),
                                FrameText.of(reply).text(),
                                stored.repliedAt().orElse(null)))
                        .orElse(null),
                subPackets(row));
    }

    /** Where the decoder read fields that do not stand in the bytes, the data area came encrypted. */
    private static FrameAnatomy anatomy(StoredFrame stored, FrameText text, Optional<Frame> frame) {
        if (stored.row().verdict() == Verdict.JUNK) {
            return FrameAnatomy.ofJunk(stored.bytes(), text.charset());
        }
        FrameAnatomy plain = FrameAnatomy.of(stored.bytes(), text.charset());
        boolean encrypted = frame.isPresent()
                && !frame.get().fields().isEmpty()
                && frame.get().fields().stream()
                        .map(Field::key)
                        .noneMatch(key -> plain.places().stream()
                                .anyMatch(place -> place.key().equals(key)));
        return encrypted ? FrameAnatomy.ofEncrypted(stored.bytes(), text.charset()) : plain;
    }

    private static List<FieldView> fields(Optional<Frame> frame, FrameAnatomy anatomy) {
        if (!anatomy.places().isEmpty() || frame.isEmpty()) {
            return anatomy.places().stream()
                    .map(place -> new FieldView(place.group(), place.key(), place.value(), place.at(), place.length()))
                    .toList();
        }
        return frame.get().fields().stream()
                .map(field -> new FieldView(field.group(), field.key(), field.value(), ENCRYPTED, 0))
                .toList();
    }

    /** Finds each value's place: the first field of that key that no earlier value has taken. */
    private static List<ItemView> items(Frame frame, FrameAnatomy anatomy) {
        List<Place> free = new ArrayList<>(anatomy.places());
        List<ItemView> items = new ArrayList<>();
        for (Item item : frame.items()) {
            int number = items.size();
            List<ValueView> values = new ArrayList<>();
            for (Value value : item.values()) {
                String key = item.asSent() + "-" + value.suffix();
                Optional<Place> place = free.stream()
                        .filter(candidate -> candidate.key().equals(key))
                        .findFirst();
                place.ifPresent(found -> {
                    free.remove(found);
                    anatomy.belongs(found, number);
                });
                values.add(new ValueView(
                        value.suffix(),
                        value.text(),
                        place.map(Place::at).orElse(ENCRYPTED),
                        place.map(Place::length).orElse(0)));
            }
            FactorName name = FactorName.of(item.factor());
            Optional<String> mark = item.findMark();
            Optional<Bilingual> markName = mark.flatMap(text -> MarkName.find(frame.edition(), text));
            items.add(new ItemView(
                    item.factor(),
                    item.asSent(),
                    name.nameZh(),
                    name.nameEn(),
                    name.unit(),
                    values,
                    mark.orElse(null),
                    markName.map(Bilingual::zh).orElse(null),
                    markName.map(Bilingual::en).orElse(null)));
        }
        return items;
    }

    /** What the codec finds again, in full, and what the gateway found when the frame came. */
    private List<FindingView> findings(StoredFrame stored, List<Finding> decoded) {
        List<FindingView> views = new ArrayList<>();
        for (Finding finding : decoded) {
            views.add(view(finding.code().name(), finding.at(), finding.expected(), finding.actual()));
        }
        for (String code : stored.row().findings()) {
            if (views.stream().noneMatch(view -> view.code().equals(code))) {
                views.add(view(code, 0, "", ""));
            }
        }
        return views;
    }

    private static FindingView view(String code, int at, String expected, String actual) {
        FindingText text = FindingText.of(code);
        return new FindingView(
                code,
                text.gravity(),
                at,
                expected,
                actual,
                text.titleZh(),
                text.titleEn(),
                text.remedyZh(),
                text.remedyEn());
    }

    private static @Nullable Boolean passwordMatches(Optional<Device> device, Optional<Frame> frame) {
        return frame.isEmpty()
                ? null
                : device.flatMap(Device::password)
                        .map(password -> password.matches(frame.get().pw()))
                        .orElse(null);
    }

    private ChainView chain(StoredFrame stored) {
        FrameRef ref = stored.row().ref();
        Optional<StoredFrame> previous =
                ref.seq() == 1 ? Optional.empty() : frames.findAt(ref.deviceId(), ref.seq() - 1, ref.day());
        Optional<StoredFrame> next = frames.findAt(ref.deviceId(), ref.seq() + 1, ref.day());
        return new ChainView(
                ref.seq(),
                HASH.formatHex(stored.hash()),
                HASH.formatHex(stored.prevHash()),
                previous.map(frame -> frame.row().ref().toString()).orElse(null),
                next.map(frame -> frame.row().ref().toString()).orElse(null),
                ChainCheck.isSound(stored, previous));
    }

    private @Nullable SubPacketsView subPackets(FrameRow row) {
        int count = row.pnum().orElse(0);
        if (count < 1 || count > 9_999) {
            return null;
        }
        LocalDate day = row.ref().day();
        List<FrameRow> parts = frames.listSubPackets(
                row, day.minusDays(SUB_PACKETS_AROUND.toDays()), day.plusDays(SUB_PACKETS_AROUND.toDays()));
        TreeMap<Integer, String> present = new TreeMap<>();
        parts.forEach(part -> present.put(part.pno().orElse(0), part.ref().toString()));
        return new SubPacketsView(
                count,
                present.entrySet().stream()
                        .map(part -> new PartView(part.getKey(), part.getValue()))
                        .toList(),
                IntStream.rangeClosed(1, count)
                        .filter(number -> !present.containsKey(number))
                        .boxed()
                        .toList());
    }
}
