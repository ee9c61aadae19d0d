package org.plugcharge.v2g;

import com.siemens.ct.exi.core.CodingMode;
import com.siemens.ct.exi.core.EXIBodyDecoder;
import com.siemens.ct.exi.core.EXIBodyEncoder;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.EXIStreamDecoder;
import com.siemens.ct.exi.core.EXIStreamEncoder;
import com.siemens.ct.exi.core.context.QNameContext;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.event.EventType;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.core.values.Value;
import com.siemens.ct.exi.grammars.GrammarFactory;

import org.jspecify.annotations.Nullable;
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
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One message encoded and decoded by our codec and by EXIficient's event interface, without XML,
 * factory and lists of events kept.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    /** An event of the other engine, to be played again. */
    private record Event(EventType type, @Nullable QNameContext name, @Nullable Value value) {}

    /** Which message. */
    @Param({"CurrentDemandReq", "CurrentDemandRes", "PaymentDetailsReq"})
    private String name = "";

    private final BitWriter out = new BitWriter();
    private final List<Event> events = new ArrayList<>();
    private V2gMessage message = sample("CurrentDemandReq");
    private byte[] octets = {};
    private @Nullable EXIFactory factory;
    private @Nullable EXIStreamEncoder encoder;
    private @Nullable EXIStreamDecoder decoder;

    private static PhysicalValue value(int multiplier, UnitSymbol unit, int value) {
        return new PhysicalValue(multiplier, unit, value);
    }

    private static V2gMessage sample(String name) {
        Iso2Body body =
                switch (name) {
                    case "CurrentDemandReq" ->
                            new CurrentDemandReq(
                                    new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 55),
                                    value(0, UnitSymbol.AMPERE, 120),
                                    value(0, UnitSymbol.VOLT, 410),
                                    value(0, UnitSymbol.AMPERE, 200),
                                    null,
                                    false,
                                    false,
                                    value(0, UnitSymbol.SECOND, 1200),
                                    null,
                                    value(0, UnitSymbol.VOLT, 395));
                    case "CurrentDemandRes" ->
                            new CurrentDemandRes(
                                    ResponseCode.OK,
                                    new DcEvseStatus(
                                            0,
                                            EvseNotification.NONE,
                                            IsolationLevel.VALID,
                                            DcEvseStatusCode.READY),
                                    value(0, UnitSymbol.VOLT, 394),
                                    value(0, UnitSymbol.AMPERE, 119),
                                    false,
                                    false,
                                    false,
                                    value(0, UnitSymbol.VOLT, 500),
                                    value(0, UnitSymbol.AMPERE, 200),
                                    value(2, UnitSymbol.WATT, 1000),
                                    "DE*ABC*E123456789",
                                    1,
                                    null,
                                    null);
                    default ->
                            new PaymentDetailsReq(
                                    "DEABCC123456ABX",
                                    CertificateChain.of(
                                            octets(560), List.of(octets(570), octets(560))));
                };
        return V2gMessage.of(Bytes.fromHex("0102030405060708"), body);
    }

    private static Bytes octets(int length) {
        byte[] octets = new byte[length];
        new java.util.Random(length).nextBytes(octets);
        return Bytes.owning(octets);
    }

    /** Makes the message and the other engine. */
    @Setup
    public void start() throws EXIException, IOException {
        message = sample(name);
        octets = Iso2Codec.encode(message).toArray();
        factory = DefaultEXIFactory.newInstance();
        factory.setGrammars(
                GrammarFactory.newInstance()
                        .createGrammars(
                                Objects.requireNonNull(
                                                CodecBenchmark.class.getResource(
                                                        MessageSet.ISO2.schemaFolder()
                                                                + "index.xsd"))
                                        .toString()));
        factory.setCodingMode(CodingMode.BIT_PACKED);
        factory.setValuePartitionCapacity(0);
        encoder = factory.createEXIStreamEncoder();
        decoder = factory.createEXIStreamDecoder();
        read(null);
        if (!Bytes.of(otherEncode()).equals(Bytes.of(octets))) {
            throw new IllegalStateException("the engines differ");
        }
    }

    /** Ours, into a buffer used again. */
    @Benchmark
    public long encode() {
        Iso2Codec.encode(message, out);
        return out.bitOffset();
    }

    /** Ours, to records. */
    @Benchmark
    public V2gMessage decode() {
        return Iso2Codec.decode(octets, 0, octets.length);
    }

    /** The other's, from events with typed values. */
    @Benchmark
    public byte[] otherEncode() throws EXIException, IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(octets.length);
        EXIBodyEncoder body = Objects.requireNonNull(encoder).encodeHeader(target);
        for (Event event : events) {
            switch (event.type()) {
                case START_DOCUMENT -> body.encodeStartDocument();
                case END_DOCUMENT -> body.encodeEndDocument();
                case END_ELEMENT -> body.encodeEndElement();
                case CHARACTERS -> body.encodeCharacters(Objects.requireNonNull(event.value()));
                default -> {
                    QNameContext element = Objects.requireNonNull(event.name());
                    body.encodeStartElement(
                            element.getNamespaceUri(), element.getLocalName(), null);
                }
            }
        }
        body.flush();
        return target.toByteArray();
    }

    /** The other's, to events with typed values. */
    @Benchmark
    public void otherDecode(Blackhole sink) throws EXIException, IOException {
        read(sink);
    }

    private void read(@Nullable Blackhole sink) throws EXIException, IOException {
        EXIBodyDecoder body =
                Objects.requireNonNull(decoder).decodeHeader(new ByteArrayInputStream(octets));
        for (EventType type = body.next(); type != null; type = body.next()) {
            QNameContext element = null;
            Value value = null;
            switch (type) {
                case START_DOCUMENT -> body.decodeStartDocument();
                case END_DOCUMENT -> body.decodeEndDocument();
                case START_ELEMENT -> element = body.decodeStartElement();
                case END_ELEMENT -> body.decodeEndElement();
                case CHARACTERS -> value = body.decodeCharacters();
                default ->
                        throw new IllegalStateException("no such event in these messages: " + type);
            }
            if (sink == null) {
                events.add(new Event(type, element, value));
            } else {
                sink.consume(element);
                sink.consume(value);
            }
        }
    }
}
