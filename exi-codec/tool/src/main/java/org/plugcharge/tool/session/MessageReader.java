package org.plugcharge.tool.session;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.v2gtp.PayloadType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the messages of one session: which set a payload is in follows from its type and from the
 * protocol negotiated before.
 *
 * <p>Where the negotiation was not seen all sets that the type allows are tried.
 */
public final class MessageReader {

    private @Nullable Protocol protocol;
    private List<Offer> offers = List.of();

    private record Offer(String schemaId, String namespace) {}

    /** What a payload is. */
    public sealed interface Result {

        /** A message; {@code others} are further sets that it would fit. */
        record Read(Message message, List<String> others) implements Result {

            /** Copies the list. */
            public Read {
                others = List.copyOf(others);
            }
        }

        /** No message of any set that may come here; why not, in the likeliest one. */
        record Unread(String set, String reason) implements Result {}
    }

    /** The sets of messages that may come under this type; none for discovery. */
    public static List<MessageSet> sets(PayloadType type) {
        return new MessageReader()
                .labels(type).stream().flatMap(label -> MessageSet.of(label).stream()).toList();
    }

    /** What was negotiated; nothing as long as it is not known. */
    public Optional<Protocol> protocol() {
        return Optional.ofNullable(protocol);
    }

    /** Reads one payload. */
    public Result read(PayloadType type, Bytes payload) {
        List<Message> found = new ArrayList<>();
        ExiException furthest = null;
        String furthestSet = "";
        List<String> labels = labels(type);
        for (String label : labels) {
            MessageSet set = MessageSet.of(label).orElse(null);
            if (set == null) {
                continue;
            }
            try {
                BitReader in = new BitReader(payload).lenient();
                NamedValue root = set.decodeDocument(in);
                found.add(Message.of(set, root, in.brokenFacets()));
            } catch (ExiException e) {
                if (furthest == null || e.bitOffset() > furthest.bitOffset()) {
                    furthest = e;
                    furthestSet = label;
                }
            }
        }
        if (found.isEmpty()) {
            return new Result.Unread(
                    furthestSet,
                    furthest == null
                            ? "no message set of this program for payload type " + type
                            : furthest.getMessage());
        }
        Message message = best(found);
        List<String> others =
                found.stream()
                        .map(one -> one.set().label())
                        .filter(label -> !label.equals(message.set().label()))
                        .toList();
        learn(message, others.isEmpty());
        return new Result.Read(message, others);
    }

    /**
     * The type under which a payload without a header makes sense, the likeliest first: as what it
     * would be written again exactly.
     */
    public PayloadType guess(Bytes payload) {
        for (PayloadType type : PayloadType.values()) {
            for (String label : labels(type)) {
                if (MessageSet.of(label).filter(set -> isExact(set, payload)).isPresent()) {
                    return type;
                }
            }
        }
        return PayloadType.EXI_MESSAGE;
    }

    private static boolean isExact(MessageSet set, Bytes payload) {
        try {
            Bytes again = set.encodeDocument(set.decodeDocument(payload));
            return again.length() <= payload.length()
                    && payload.slice(0, again.length()).equals(again);
        } catch (ExiException _) {
            return false;
        }
    }

    private static Message best(List<Message> found) {
        return found.stream()
                .filter(message -> message.problems().isEmpty())
                .findFirst()
                .orElse(found.getFirst());
    }

    private List<String> labels(PayloadType type) {
        return switch (type) {
            case EXI_MESSAGE -> exiMessage();
            case ISO20_COMMON, ISO20_SCHEDULE_RENEGOTIATION, ISO20_METERING_CONFIRMATION ->
                    List.of("iso20.CommonMessages");
            case ISO20_AC -> alternatingCurrent();
            case ISO20_DC -> List.of("iso20.DC");
            case ISO20_ACDP, ISO20_ACDP_SYSTEM_STATUS -> List.of("iso20.ACDP");
            case ISO20_WPT -> List.of("iso20.WPT");
            case ISO20_PARKING_STATUS -> List.of("iso20.CommonMessages", "iso20.ACDP", "iso20.WPT");
            case SDP_REQUEST, SDP_RESPONSE, SDP_WIRELESS_REQUEST, SDP_WIRELESS_RESPONSE ->
                    List.of();
        };
    }

    private List<String> exiMessage() {
        Protocol known = protocol;
        if (known == null) {
            return List.of("app", "iso2", "din");
        }
        return known.isIso20() ? List.of("app") : List.of(known.set(), "app");
    }

    private List<String> alternatingCurrent() {
        List<String> all = List.of("iso20.AC", "iso20.AC_DER_IEC", "iso20.AC_DER_SAE");
        Protocol known = protocol;
        return known != null && all.contains(known.set()) ? List.of(known.set()) : all;
    }

    private void learn(Message message, boolean certain) {
        if (message.name().equals("supportedAppProtocolReq")) {
            Object listed = message.content().get("AppProtocol");
            List<?> all = listed instanceof List<?> list ? list : List.of();
            offers = all.stream().flatMap(MessageReader::offer).toList();
        } else if (message.name().equals("supportedAppProtocolRes")) {
            String chosen = message.text("SchemaID").orElse("");
            offers.stream()
                    .filter(offer -> offer.schemaId().equals(chosen))
                    .findFirst()
                    .flatMap(offer -> Protocol.of(offer.namespace()))
                    .ifPresent(found -> protocol = found);
        } else if (protocol == null && certain) {
            protocol = Protocol.ofSet(message.set().label()).orElse(null);
        }
    }

    private static Stream<Offer> offer(Object entry) {
        return entry instanceof java.util.Map<?, ?> map
                ? Stream.of(
                        new Offer(
                                String.valueOf(map.get("SchemaID")),
                                String.valueOf(map.get("ProtocolNamespace"))))
                : Stream.of();
    }
}
