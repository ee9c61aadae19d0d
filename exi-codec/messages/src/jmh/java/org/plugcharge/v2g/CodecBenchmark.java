package org.plugcharge.v2g;

import com.siemens.ct.exi.core.exceptions.EXIException;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.text.MessageText;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One message encoded and decoded by our codec, and by EXIficient in the two ways there are: its
 * event interface with typed values and no XML at all, and SAX from and to XML. Everything that can
 * be kept between messages is kept.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class CodecBenchmark {

    /** Which message. */
    @Param({
        "SupportedAppProtocolReq",
        "CurrentDemandReq",
        "CurrentDemandRes",
        "ChargeParameterDiscoveryRes",
        "PaymentDetailsReq",
        "CertificateInstallationRes",
        "DC_ChargeLoopReq",
        "DC_ChargeLoopRes",
        "AuthorizationReq"
    })
    private String name = "CurrentDemandReq";

    private final BitWriter out = new BitWriter();
    private Sample sample = Samples.of("CurrentDemandReq");
    private byte[] octets = {};
    private @org.jspecify.annotations.Nullable OtherCodec other;

    /** Makes the message and the other engine; all must agree on its octets. */
    @Setup
    public void start() throws EXIException, IOException, SAXException {
        sample = Samples.of(name);
        sample.encode().accept(out);
        octets = out.toBytes().toArray();
        OtherCodec engine =
                new OtherCodec(
                        sample.set(),
                        octets,
                        MessageText.xmlLine(new NamedValue(sample.element(), sample.message())));
        if (!sample.decode().apply(octets).equals(sample.message())
                || !Arrays.equals(engine.encodeEvents(), octets)
                || !Arrays.equals(engine.encodeSax(), octets)) {
            throw new IllegalStateException("the engines differ");
        }
        other = engine;
    }

    /** Ours, into a buffer used again. */
    @Benchmark
    public long encode() {
        sample.encode().accept(out);
        return out.bitOffset();
    }

    /** Ours, to records. */
    @Benchmark
    public Object decode() {
        return sample.decode().apply(octets);
    }

    /** The other's, from events with typed values. */
    @Benchmark
    public byte[] eventEncode() throws EXIException, IOException {
        return Objects.requireNonNull(other).encodeEvents();
    }

    /** The other's, to events with typed values. */
    @Benchmark
    public void eventDecode(Blackhole sink) throws EXIException, IOException {
        Objects.requireNonNull(other).decodeEvents(sink::consume);
    }

    /** The other's, from XML text. */
    @Benchmark
    public byte[] saxEncode() throws EXIException, IOException, SAXException {
        return Objects.requireNonNull(other).encodeSax();
    }

    /** The other's, to SAX events that nobody reads. */
    @Benchmark
    public void saxDecode() throws IOException, SAXException {
        Objects.requireNonNull(other).decodeSax();
    }
}
