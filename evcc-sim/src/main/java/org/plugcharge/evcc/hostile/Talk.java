package org.plugcharge.evcc.hostile;

import org.plugcharge.evcc.host.Link;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A connection that says whatever it is told to, and waits for what comes of it. */
final class Talk implements AutoCloseable {

    /** Longer than any answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int MOST_WAITING = 1_000;

    private final Link link;
    private final int factor;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(MOST_WAITING);
    private Function<Bytes, Object> language = AppProtocolCodec::decode;

    /** A frame came, or the end. */
    private sealed interface Heard {
        record Frame(Bytes payload) implements Heard {}

        record Noise(String what) implements Heard {}

        record End(String how) implements Heard {}
    }

    /** {@code factor}: see {@link Target#patience}. */
    Talk(Link link, int factor) {
        this.link = link;
        this.factor = factor;
        Thread.ofVirtual().name("evcc-hostile-reader").start(this::read);
    }

    boolean secured() {
        return link.secured();
    }

    private void read() {
        V2gtpDecoder decoder = new V2gtpDecoder();
        String how = "the station closed";
        try {
            Optional<Bytes> octets = link.read();
            while (octets.isPresent()) {
                decoder.feed(octets.get()).forEach(this::hear);
                octets = link.read();
            }
        } catch (IOException e) {
            how = String.valueOf(e.getMessage());
        }
        heard.offer(new Heard.End(how));
    }

    private void hear(V2gtpEvent event) {
        heard.offer(
                switch (event) {
                    case V2gtpFrame frame when frame.type() == PayloadType.EXI_MESSAGE ->
                            new Heard.Frame(frame.payload());
                    case V2gtpFrame frame -> new Heard.Noise("a frame of type " + frame.type());
                    case Skipped skipped -> new Heard.Noise(skipped.toString());
                    case Broken broken -> new Heard.Noise(broken.text());
                });
    }

    /** Octets as they are; a connection that is gone shows at the next {@link #next}. */
    void write(Bytes octets) {
        try {
            link.write(octets);
        } catch (IOException e) {
            heard.offer(new Heard.End(String.valueOf(e.getMessage())));
        }
    }

    /** Octet by octet, with a rest in the header, behind it, and in the message. */
    void drip(Bytes frame) throws InterruptedException {
        for (int i = 0; i < frame.length(); i++) {
            write(frame.slice(i, i + 1));
            if (i == 0 || i == V2gtpFrame.HEADER_LENGTH || i == frame.length() / 2) {
                Thread.sleep(1);
            }
        }
    }

    static Bytes frame(Bytes exi) {
        return new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode();
    }

    static Bytes frame(V2gMessage message) {
        return frame(Iso2Codec.encode(message));
    }

    /** The octets of a message, in a frame. */
    Reaction sayExi(String name, Bytes exi) throws InterruptedException {
        write(frame(exi));
        return next(name, PATIENCE);
    }

    Reaction say(V2gMessage message) throws InterruptedException {
        return sayExi(name(message), Iso2Codec.encode(message));
    }

    Reaction say(org.plugcharge.v2g.din70121.V2gMessage message) throws InterruptedException {
        Din70121Body body = message.body().element();
        return sayExi(
                body == null ? "empty message" : body.getClass().getSimpleName(),
                Din70121Codec.encode(message));
    }

    static String name(V2gMessage message) {
        Iso2Body body = message.body().element();
        return body == null ? "empty message" : body.getClass().getSimpleName();
    }

    /** Waits for what the station does. */
    Reaction next(String answerTo, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        Heard came = heard.poll(patience.toNanos() * factor, TimeUnit.NANOSECONDS);
        Duration after = Duration.ofNanos(System.nanoTime() - start).dividedBy(factor);
        return switch (came) {
            case null -> new Reaction.Silent(patience);
            case Heard.Noise noise -> new Reaction.Gibberish(noise.what());
            case Heard.End end -> {
                heard.offer(end);
                yield new Reaction.Closed(after, end.how());
            }
            case Heard.Frame(Bytes payload) -> decoded(answerTo, payload, after);
        };
    }

    private Reaction decoded(String answerTo, Bytes payload, Duration after) {
        try {
            return new Reaction.Answered(answerTo, language.apply(payload), after);
        } catch (ExiException e) {
            return new Reaction.Gibberish(String.valueOf(e.getMessage()));
        }
    }

    /** From now on what comes is messages of ISO 15118-2. */
    void negotiated() {
        language = Iso2Codec::decode;
    }

    /** From now on what comes is messages of DIN SPEC 70121. */
    void negotiatedDin() {
        language = Din70121Codec::decode;
    }

    @Override
    public void close() {
        link.close();
    }
}
