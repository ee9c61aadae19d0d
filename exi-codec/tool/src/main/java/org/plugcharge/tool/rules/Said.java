package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.v2gtp.PayloadType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message with who sent it, when and under which payload type. Without a time (some logs have
 * none) the timing rules are silent.
 */
public record Said(Party by, Message message, PayloadType type, @Nullable Instant at) {

    /** How long after another message it came. */
    public Optional<Duration> since(@Nullable Said earlier) {
        return earlier == null || earlier.at() == null || at == null
                ? Optional.empty()
                : Optional.of(Duration.between(earlier.at(), at));
    }
}
