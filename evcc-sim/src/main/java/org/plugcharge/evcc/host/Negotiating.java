package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Failure;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.PilotTrouble;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Failure.Garbled;
import org.plugcharge.evcc.session.iso2.Failure.LinkLost;
import org.plugcharge.evcc.session.iso2.Failure.NoAnswer;
import org.plugcharge.evcc.session.iso2.Failure.NoProtocol;
import org.plugcharge.evcc.session.iso2.Failure.PilotFault;
import org.plugcharge.evcc.session.iso2.Failure.Unplugged;
import org.plugcharge.evcc.session.iso2.Timeouts;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Offers several protocols; from the station's choice on, everything is for the conversation of the
 * protocol chosen.
 */
final class Negotiating implements Conversation {

    private static final String RESPONSE = "supportedAppProtocolRes";

    /** What is waited for. */
    private enum Wait {
        SUPPORTED_APP_PROTOCOL
    }

    private final Door door;
    private final ProtocolOffer offer;
    private final Duration limit;
    private final SessionListener listener;
    private final Function<Protocol, Conversation> conversations;
    private @Nullable Conversation chosen;
    private @Nullable Ending ended;
    private boolean tls;

    Negotiating(
            Door door,
            ProtocolOffer offer,
            Pace pace,
            SessionListener listener,
            Function<Protocol, Conversation> conversations) {
        this.door = door;
        this.offer = offer;
        this.limit = pace.stretched(Timeouts.APP_PROTOCOL);
        this.listener = listener;
        this.conversations = conversations;
    }

    @Override
    public void begin(boolean secured) {
        tls = secured;
        listener.entered(Phase.NEGOTIATION);
        SupportedAppProtocolReq request = offer.request();
        door.send("supportedAppProtocolReq", AppProtocolCodec.encode(request), request);
        door.arm(
                Wait.SUPPORTED_APP_PROTOCOL,
                door.now().plus(limit),
                () -> end(new NoAnswer(RESPONSE, limit)));
    }

    @Override
    public void received(Bytes exi) {
        if (chosen != null) {
            chosen.received(exi);
            return;
        }
        try {
            switch (AppProtocolCodec.decode(exi)) {
                case SupportedAppProtocolRes response -> answered(exi, response);
                case SupportedAppProtocolReq _ ->
                        end(new Garbled("expected " + RESPONSE + ", found a request"));
            }
        } catch (ExiException e) {
            end(new Garbled(String.valueOf(e.getMessage())));
        }
    }

    private void answered(Bytes exi, SupportedAppProtocolRes response) {
        note(Kind.RECEIVED, RESPONSE, Optional.of(exi), response);
        door.disarm(Wait.SUPPORTED_APP_PROTOCOL);
        Optional<Protocol> protocol = offer.agreed(response);
        if (protocol.isEmpty()) {
            end(new NoProtocol());
            return;
        }
        listener.noted("protocol " + protocol.get());
        chosen = conversations.apply(protocol.get());
        chosen.begin(tls);
    }

    private void end(Failure failure) {
        end(new Ending.Failed(failure));
    }

    private void end(Ending ending) {
        if (ended == null) {
            ended = ending;
            note(Kind.OUTPUT, "close: " + ending, Optional.empty(), ending);
            door.close();
        }
    }

    private void note(Kind kind, String text, Optional<Bytes> octets, Object what) {
        door.note(new JournalEntry(door.now(), phase(), kind, text, octets, Optional.of(what)));
    }

    @Override
    public void garbled(String reason) {
        otherwise(Conversation::garbled, reason, new Ending.Failed(new Garbled(reason)));
    }

    @Override
    public void linkLost(String reason) {
        otherwise(Conversation::linkLost, reason, new Ending.Failed(new LinkLost(reason)));
    }

    /** What a conversation can be told in words. */
    private interface Told {
        void to(Conversation conversation, String reason);
    }

    private void otherwise(Told told, String reason, Ending ending) {
        if (chosen == null) {
            end(ending);
        } else {
            told.to(chosen, reason);
        }
    }

    @Override
    public void stopRequested() {
        otherwise(
                (conversation, _) -> conversation.stopRequested(),
                "",
                new Ending.Completed(StopCause.DRIVER));
    }

    @Override
    public void unplugged() {
        otherwise(
                (conversation, _) -> conversation.unplugged(),
                "",
                new Ending.Failed(new Unplugged()));
    }

    @Override
    public void pilotTrouble(PilotTrouble trouble) {
        otherwise(
                (conversation, _) -> conversation.pilotTrouble(trouble),
                "",
                new Ending.Failed(
                        switch (trouble) {
                            case FAULT -> new PilotFault();
                            case GONE -> new Unplugged();
                        }));
    }

    @Override
    public Phase phase() {
        if (chosen != null) {
            return chosen.phase();
        }
        return ended == null ? Phase.NEGOTIATION : Phase.DONE;
    }

    @Override
    public Optional<Ending> ending() {
        return chosen == null ? Optional.ofNullable(ended) : chosen.ending();
    }
}
