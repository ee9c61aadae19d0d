package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.text.RandomMessages;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Octets from a peer that is broken or hostile: only the typed error, and no memory for promises.
 */
class HostileInputTest {

    /** More with {@code -Dmutations=1000000}. */
    private static final int MUTATIONS = Integer.getInteger("mutations", 20_000);

    private static final int SHORT = 20;
    private static final int FEW_KIB = 4_096;

    private static List<Bytes> samples(MessageSet set) {
        RandomMessages random = new RandomMessages(set, new SplittableRandom(20));
        List<Bytes> samples = new ArrayList<>();
        set.documents()
                .forEach((element, type) -> {
                    int rounds = 3 * RandomMessages.weight(set, type) / 2;
                    for (int round = 0; round < rounds; round++) {
                        try {
                            samples.add(
                                    set.encodeDocument(new NamedValue(element, random.next(type))));
                        } catch (ExiException e) {
                            assertThat(e).hasMessageContaining("is not written");
                        }
                    }
                });
        return samples;
    }

    private static boolean isRead(MessageSet set, Bytes octets) {
        try {
            set.decodeDocument(octets);
            return true;
        } catch (ExiException e) {
            assertThat(e.bitOffset()).isBetween(0L, 8L * octets.length() + 8);
            assertThat(e).hasMessageContaining("expected");
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void everyTruncationIsATypedError(MessageSet set) {
        for (Bytes sample : samples(set)) {
            for (int length = 0; length < sample.length() - 1; length++) {
                Bytes cut = sample.slice(0, length);
                if (isRead(set, cut)) {
                    // Only a tail of zero bits could be missed.
                    assertThat(sample.slice(length, sample.length()).toHex())
                            .matches("0*[0-9a-f]?0*");
                }
            }
            assertThat(isRead(set, sample.plus(Bytes.owning(new byte[3])))).isTrue();
        }
    }

    /** SignatureProperty needs an element of another schema, so its text is not its end. */
    @Test
    void whatNeedsAnElementOfAnotherSchemaIsNotReadWithout() {
        int code =
                List.copyOf(MessageSet.XMLDSIG.documents().keySet()).indexOf("SignatureProperty");
        for (int event = 0; event < 4; event++) {
            BitWriter out = new BitWriter();
            out.bits(0x80, 8);
            out.bits(code, 5);
            out.string(1, 2, "t", 0, 9);
            out.bits(event, 2);
            out.bits(0, 8);
            assertThatThrownBy(() -> MessageSet.XMLDSIG.decodeDocument(out.toBytes()))
                    .isInstanceOf(ExiException.class)
                    .hasMessageStartingWith("SignatureProperty: expected ");
        }
    }

    /** Streams of others, in case those of our own are all of one kind. */
    @Test
    void everyTruncationOfAVectorIsATypedError() {
        for (Shared.Vector vector : Shared.vectors()) {
            MessageSet set = MessageSet.of(vector.set()).orElse(null);
            if (set == null || !vector.kind().equals("document")) {
                continue;
            }
            Bytes octets = Bytes.fromHex(vector.hex());
            for (int length = 0; length < octets.length(); length++) {
                isRead(set, octets.slice(0, length));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void mutationsAreReadOrATypedError(MessageSet set) {
        SplittableRandom random = new SplittableRandom(7);
        List<Bytes> samples = samples(set);
        int read = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] octets = samples.get(random.nextInt(samples.size())).toArray();
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Bytes mutated = Bytes.owning(octets);
            if (isRead(set, mutated)) {
                read++;
                NamedValue root = set.decodeDocument(mutated);
                assertThat(set.decodeDocument(set.encodeDocument(root))).isEqualTo(root);
            }
        }
        assertThat(read).isBetween(1, MUTATIONS - 1);
    }

    /** A string or binary that says it is long, in a stream that is short. */
    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void promisesCostNoMemory(MessageSet set) {
        List<Bytes> hostile = new ArrayList<>();
        hostile.add(Bytes.fromHex("8000ffffffff0f00"));
        hostile.add(Bytes.fromHex("8000feffffffffffffff7f000000000000000000"));
        hostile.add(Bytes.fromHex("8098feffffffffffffff7f0000000000000000"));
        SplittableRandom random = new SplittableRandom(4);
        for (Bytes sample : samples(set)) {
            // The start of a document, a number that promises much, and nothing after it.
            Bytes start = sample.slice(0, random.nextInt(Math.min(14, sample.length())));
            hostile.add(start.plus(Bytes.fromHex("feffffff07000000000000000000000000000000")));
            hostile.add(start.plus(Bytes.owning(octets(random))));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // The first rounds count the loading of classes too.
        for (int round = 0; round < 3; round++) {
            for (Bytes all : hostile) {
                Bytes octets = all.slice(0, Math.min(all.length(), SHORT));
                long before = threads.getCurrentThreadAllocatedBytes();
                decodeLenient(set, octets);
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                assertThat(allocated)
                        .as(set + " " + octets)
                        .isLessThan(round < 2 ? 4_000_000 : FEW_KIB);
            }
        }
    }

    private static byte[] octets(SplittableRandom random) {
        byte[] octets = new byte[SHORT];
        random.nextBytes(octets);
        return octets;
    }

    /** The same promise at every octet of the beginning of messages, and at every bit. */
    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void aPromiseAnywhereCostsNoMemory(MessageSet set) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 2; round++) {
            for (Bytes sample : samples(set)) {
                for (int bit = 8; bit < Math.min(8 * 40, 8 * sample.length()); bit += 3) {
                    Bytes hostile = promising(sample, bit);
                    long before = threads.getCurrentThreadAllocatedBytes();
                    isRead(set, hostile);
                    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                    // The first time counts the loading of classes too.
                    assertThat(allocated)
                            .as(hostile.toString())
                            .isLessThan(round == 0 ? 4_000_000 : 32_768);
                }
            }
        }
    }

    /** A number of nine octets with all bits set from this bit on, and nothing behind it. */
    private static Bytes promising(Bytes sample, int bit) {
        byte[] octets = sample.slice(0, bit / 8).plus(Bytes.owning(new byte[10])).toArray();
        int from = bit / 8;
        octets[from] = bit % 8 == 0 ? 0 : (byte) (sample.toArray()[from] & 0xFF00 >> bit % 8);
        for (int at = bit; at < bit + 71; at++) {
            if (at != bit + 64) {
                octets[at / 8] |= (byte) (0x80 >> at % 8);
            }
        }
        return Bytes.owning(octets);
    }

    private static void decodeLenient(MessageSet set, Bytes octets) {
        try {
            set.decodeDocument(new BitReader(octets).lenient());
        } catch (ExiException e) {
            assertThat(e.problem()).contains("expected");
        }
    }

    @Test
    void theErrorSaysWhereAndWhat() {
        Bytes message =
                Iso2Codec.encode(
                        (V2gMessage)
                                new RandomMessages(MessageSet.ISO2, new SplittableRandom(1))
                                        .next(V2gMessage.class));
        assertThatThrownBy(() -> Iso2Codec.decode(message.slice(0, 3)))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("V2G_Message/Header/SessionID: expected ");
        Bytes request =
                Iso2Codec.encode(
                        V2gMessage.of(
                                Bytes.fromHex("01"),
                                new AuthorizationReq(null, Bytes.fromHex("00".repeat(16)))));
        assertThatThrownBy(() -> Iso2Codec.decode(request.slice(0, request.length() - 4)))
                .hasMessageContaining(
                        "V2G_Message/Body/AuthorizationReq/GenChallenge: expected 16 octets,"
                                + " found ");
        assertThatThrownBy(() ->
                        Iso2Codec.encode(
                                V2gMessage.of(
                                        Bytes.EMPTY, new AuthorizationReq(null, Bytes.EMPTY))))
                .hasMessageContaining(
                        "V2G_Message/Body/AuthorizationReq/GenChallenge: expected exactly 16"
                                + " octets, found 0");
        assertThatThrownBy(() -> Iso2Codec.decode(Bytes.fromHex("81")))
                .hasMessage("expected the EXI header 80, found 81 (bit 0)");
        assertThatThrownBy(() -> Iso2Codec.decode(Bytes.EMPTY))
                .hasMessage("expected the EXI header 80, found nothing (bit 0)");
    }
}
