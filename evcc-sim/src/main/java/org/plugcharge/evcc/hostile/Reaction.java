package org.plugcharge.evcc.hostile;

import org.plugcharge.evcc.host.Spelling;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.Optional;

/** What a station did in answer to something a car should not do. */
public sealed interface Reaction {

    /** In words. */
    String text();

    /**
     * A message came: a {@code V2gMessage}, a {@code SupportedAppProtocolRes} or an {@code
     * SdpResponse}; {@code to} names what it answers.
     */
    record Answered(String to, Object message, Duration after) implements Reaction {

        /** What a response says, in either protocol; empty if it is none. */
        public Optional<Said> said() {
            return switch (message) {
                case V2gMessage v2g when v2g.body().element() instanceof Iso2Response response ->
                        Optional.of(
                                new Said(
                                        response.getClass().getSimpleName(),
                                        response.responseCode(),
                                        response.responseCode().failed()));
                case org.plugcharge.v2g.din70121.V2gMessage v2g
                        when v2g.body().element() instanceof Din70121Response response ->
                        Optional.of(
                                new Said(
                                        response.getClass().getSimpleName(),
                                        response.responseCode(),
                                        response.responseCode().failed()));
                default -> Optional.empty();
            };
        }

        /** The response of ISO 15118-2, if it is one. */
        public Optional<Iso2Response> response() {
            return message instanceof V2gMessage v2g
                            && v2g.body().element() instanceof Iso2Response response
                    ? Optional.of(response)
                    : Optional.empty();
        }

        @Override
        public String text() {
            if (message instanceof SupportedAppProtocolRes handshake) {
                return "supportedAppProtocolRes " + Spelling.of(handshake.responseCode());
            }
            return said().map(said -> said.name() + " " + Spelling.of(said.code()))
                    .orElseGet(() ->
                            message instanceof String text
                                    ? text
                                    : message.getClass().getSimpleName());
        }
    }

    /** The name of a response, its code, and whether that refuses the request. */
    record Said(String name, Enum<?> code, boolean failed) {}

    /** What came is no message. */
    record Gibberish(String what) implements Reaction {
        @Override
        public String text() {
            return "no message: " + what;
        }
    }

    /** The station closed the connection, or refused to go on with it. */
    record Closed(Duration after, String how) implements Reaction {
        @Override
        public String text() {
            return "closed after %.1f s".formatted(after.toMillis() / 1000.0);
        }
    }

    /** Nothing happened for so long. */
    record Silent(Duration waited) implements Reaction {
        @Override
        public String text() {
            return "silent for %.1f s".formatted(waited.toMillis() / 1000.0);
        }
    }
}
