package org.plugcharge.exi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.siemens.ct.exi.core.CodingMode;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXIResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.exi.RootCodec;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.SAXParserFactory;

/**
 * Schemas that are not in the house yet: what the compiler makes of them, against EXIficient over
 * the schema text it writes.
 */
class SchemaProcessorTest {

    private static final String ONE = "<X>-5</X><Y>7</Y>";
    private static final String TWO = "<X>300</X><Y>-128</Y>";
    private static final String P1 = "<Point>" + ONE + "</Point>";
    private static final String P2 = "<Point>" + TWO + "</Point>";

    private static final String HEAD =
            """
            @SchemaPackage(namespace = "urn:t", attributesQualified = false)
            @SchemaSet(name = "t", prefix = "T", fragments = {"Sample"})
            package org.example.t;
            import org.plugcharge.exi.schema.*;
            """;

    private static final String IMPORTS =
            """
            package org.example.t;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            import org.plugcharge.exi.Bytes;
            import org.plugcharge.exi.schema.*;
            """;

    /** What ISO 15118-20 and its amendment have and ISO 15118-2 has not. */
    private static final String SAMPLE =
            IMPORTS
                    + """
                    @GlobalElement("Sample")
                    public record Sample(
                            @Attribute("b") @Nullable Integer b,
                            @Attribute("a") @Nullable String a,
                            @Wire("Point") @Occurs(min = 2, max = 4) List<Point> points,
                            @Wire("Name") @Occurs(min = 0, max = 2) List<String> names,
                            Mode mode,
                            @Nullable Pair pair,
                            @Occurs(min = 1, max = 3) List<Step> steps,
                            @Occurs(min = 0, max = 2) List<Single> singles,
                            @Wire(value = "Base", ref = true) @Nullable Base base,
                            @Wire(value = "Count", xs = Xs.UNSIGNED_LONG) long count,
                            @Wire(value = "Rank", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L) long rank,
                            @Wire("Twin") @Nullable Twin twin,
                            @Wire("Flag") @Nullable Boolean flag) {

                        public static Sample[] samples() {
                            Point one = new Point((short) -5, (byte) 7);
                            Point two = new Point((short) 300, (byte) -128);
                            Left left = new Left(one);
                            Mode right = new Mode.Right("r", null);
                            Mode both = new Mode.Right("r", true);
                            Step up = new Step.Up("u");
                            Single single = new Single(2L);
                            Pair pair = new Pair(1L, null);
                            Pair full = new Pair(-1L, Colour.BLUE);
                            return new Sample[] {
                                new Sample(null, null, List.of(one, two), List.of(), left, null, List.of(up), List.of(), null, 0, 1, null, null),
                                new Sample(3, "x", List.of(one, two, one), List.of("n"), right, pair, List.of(left, up),
                                        List.of(single), new Plain(one), -1, 4294967295L, new Twin((short) 9, (byte) 9), true),
                                new Sample(null, "y", List.of(one, two, one, two), List.of("n", "m"), both, full,
                                        List.of(left, up, left), List.of(single, single), new More(two, "more"), 128, 77, null, false),
                                new Sample(4, null, List.of(two, two), List.of("n"), both, full, List.of(up, left),
                                        List.of(), new More(one, "z"), Long.MAX_VALUE, 4096, new Twin((short) 1, (byte) 0), null),
                            };
                        }

                        @ComplexType("PointType") public record Twin(@Wire("X") short x, @Wire("Y") byte y) {}
                        @ComplexType("PointType") public record Point(@Wire("X") short x, @Wire("Y") byte y) {}
                        @Choice public sealed interface Mode permits Left, Mode.Right {
                            @Group record Right(@Wire("Right") String right, @Wire("Sure") @Nullable Boolean sure) implements Mode {}
                        }
                        @LocalElement("Left") public record Left(@Wire("At") Point at) implements Mode, Step {}
                        @Choice public sealed interface Step permits Left, Step.Up {
                            @Group record Up(@Wire("Up") String up) implements Step {}
                        }
                        @Group public record Single(@Wire("Alone") long alone) {}
                        @Group public record Pair(@Wire("First") long first, @Wire("Colour") @Nullable Colour colour) {}
                        public enum Colour { RED, GREEN, BLUE }
                        @SubstitutionGroup("Base") public sealed interface Base permits Plain, More {}
                        @GlobalElement("Base") public record Plain(@Wire("Origin") Point origin) implements Base {}
                        @GlobalElement("More") public record More(@Wire("Origin") Point origin, @Wire("Text") String text) implements Base {}
                    }
                    """;

    /** A base type, a head and an attribute of another namespace; a group narrowed by the set. */
    private static final String INHERITING =
            IMPORTS
                    + """
                    public interface Sample {

                        static Object[] samples() {
                            return new Object[] {
                                new Whole("k", -3, null, true, new Low(7, false)),
                                new Whole("k", -3, "n", false, new High(8, "h")),
                            };
                        }

                        @GlobalElement("Sample") record Whole(String key, int first, @Nullable String note,
                                @Wire("Own") boolean own, @Wire(value = "Head", ref = true) Narrow member) implements Message {}
                        @Namespace("urn:u") interface Root {
                            @Attribute("key") String key();
                            @Wire("First") int first();
                        }
                        @Namespace("urn:u") interface Message extends Root { @Wire("Note") @Nullable String note(); }
                        @Namespace("urn:u") @SubstitutionGroup("Head") interface Head {}
                        @Namespace("urn:u") interface Timed extends Head { @Wire(value = "Time", xs = Xs.UNSIGNED_INT) long time(); }
                        sealed interface Narrow extends Timed permits Low, High {}
                        @GlobalElement("Low") record Low(long time, @Wire("Flag") boolean flag) implements Narrow {}
                        @GlobalElement("High") record High(long time, @Wire("Text") String text) implements Narrow {}
                    }
                    """;

    @Test
    void whatTheOtherSetsNeedIsCodedAsTheOtherEngineCodesIt(@TempDir Path folder) throws Exception {
        assertThat(compile(folder, HEAD, SAMPLE)).isEmpty();
        List<String> xml =
                List.of(
                        "<Sample xmlns='urn:t'>"
                                + P1
                                + P2
                                + "<Left><At>"
                                + ONE
                                + "</At></Left><Up>u</Up><Count>0</Count><Rank>1</Rank></Sample>",
                        "<Sample xmlns='urn:t' a='x' b='3'>"
                                + P1
                                + P2
                                + P1
                                + "<Name>n</Name><Right>r</Right><First>1</First>"
                                + "<Left><At>"
                                + ONE
                                + "</At></Left><Up>u</Up><Alone>2</Alone><Base><Origin>"
                                + ONE
                                + "</Origin></Base>"
                                + "<Count>18446744073709551615</Count><Rank>4294967295</Rank><Twin><X>9</X><Y>9</Y></Twin><Flag>true</Flag></Sample>",
                        "<Sample xmlns='urn:t' a='y'>"
                                + P1
                                + P2
                                + P1
                                + P2
                                + "<Name>n</Name><Name>m</Name><Right>r</Right><Sure>true</Sure>"
                                + "<First>-1</First><Colour>BLUE</Colour><Left><At>"
                                + ONE
                                + "</At></Left><Up>u</Up><Left><At>"
                                + ONE
                                + "</At></Left><Alone>2</Alone><Alone>2</Alone><More><Origin>"
                                + TWO
                                + "</Origin><Text>more</Text></More>"
                                + "<Count>128</Count><Rank>77</Rank><Flag>false</Flag></Sample>",
                        "<Sample xmlns='urn:t' b='4'>"
                                + P2
                                + P2
                                + "<Name>n</Name><Right>r</Right><Sure>true</Sure>"
                                + "<First>-1</First><Colour>BLUE</Colour><Up>u</Up><Left><At>"
                                + ONE
                                + "</At></Left>"
                                + "<More><Origin>"
                                + ONE
                                + "</Origin><Text>z</Text></More>"
                                + "<Count>9223372036854775807</Count><Rank>4096</Rank><Twin><X>1</X><Y>0</Y></Twin></Sample>");
        areTheSameInBothEngines(folder, xml);
    }

    @Test
    void whatIsInheritedKeepsItsNamespace(@TempDir Path folder) throws Exception {
        assertThat(compile(folder, HEAD, INHERITING)).isEmpty();
        String start = "<t:Sample xmlns:t='urn:t' xmlns:u='urn:u' key='k'><u:First>-3</u:First>";
        areTheSameInBothEngines(
                folder,
                List.of(
                        start
                                + "<t:Own>true</t:Own><t:Low><u:Time>7</u:Time><t:Flag>false</t:Flag>"
                                + "</t:Low></t:Sample>",
                        start
                                + "<u:Note>n</u:Note><t:Own>false</t:Own><t:High><u:Time>8</u:Time>"
                                + "<t:Text>h</t:Text></t:High></t:Sample>"));
    }

    private static void areTheSameInBothEngines(Path folder, List<String> xml) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()},
                        SchemaProcessorTest.class.getClassLoader())) {
            RootCodec documents =
                    (RootCodec)
                            loader.loadClass("org.example.codec.t.TDocuments")
                                    .getField("CODEC")
                                    .get(null);
            Object[] samples =
                    (Object[])
                            loader.loadClass("org.example.t.Sample")
                                    .getMethod("samples")
                                    .invoke(null);
            for (int index = 0; index < samples.length; index++) {
                BitWriter out = new BitWriter();
                documents.encode(out, "Sample", samples[index]);
                Bytes octets = out.toBytes();
                assertThat(octets).as("sample " + index).isEqualTo(other(folder, xml.get(index)));
                BitWriter again = new BitWriter();
                documents.encode(again, (Record) samples[index]);
                assertThat(again.toBytes()).isEqualTo(octets);
                assertThat(documents.decode(new BitReader(octets)))
                        .isEqualTo(new NamedValue("Sample", samples[index]));
            }
        }
    }

    private static Bytes other(Path folder, String xml) throws Exception {
        EXIFactory factory = DefaultEXIFactory.newInstance();
        factory.setGrammars(
                GrammarFactory.newInstance()
                        .createGrammars(
                                folder.resolve("org/example/t/schema/t/index.xsd")
                                        .toUri()
                                        .toString()));
        factory.setCodingMode(CodingMode.BIT_PACKED);
        factory.setValuePartitionCapacity(0);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        EXIResult result = new EXIResult(factory);
        result.setOutputStream(octets);
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        XMLReader reader = parsers.newSAXParser().getXMLReader();
        reader.setContentHandler(result.getHandler());
        reader.parse(new InputSource(new StringReader(xml)));
        return Bytes.owning(octets.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record R(String s) {} => expected @Wire, @Attribute or @Text",
                "record R(@Wire(\"s\") List<String> s) {} => expected both List and @Occurs",
                "record R(@Wire(\"s\") @Occurs(max = 2) String s) {} => expected both List and"
                        + " @Occurs",
                "record R(@Occurs(max = 2) List<G> s) { @Group public record G(@Wire(\"a\") int a,"
                        + " @Wire(\"b\") int b) {} } => expected one element in what is repeated",
                "record R(@Wire(\"s\") Object s) {} => expected a simple type, an enum or a schema"
                        + " type",
                "record R(@Wire(value = \"H\", ref = true) R.N n) { @SubstitutionGroup(\"H\")"
                    + " public interface H {} public interface N extends H {} @GlobalElement(\"M\")"
                    + " public record M() implements H {} } => expected every member of H to be",
                "record R(@Wire(\"s\") @Range(min = 0, max = 300) byte s) {} => expected a range"
                        + " within that of byte",
                "record R(@Wire(\"s\") T s) { @ComplexType(\"RType\") public record T(@Wire(\"a\")"
                    + " int a) {} } => expected the same content in all records of {urn:t}RType",
            })
    void whatIsNoSchemaIsReportedAtItsPlace(String row, @TempDir Path folder) throws Exception {
        String[] cells = row.split(" => ", -1);
        List<Diagnostic<? extends JavaFileObject>> errors =
                compile(
                        folder,
                        HEAD.replace(", fragments = {\"Sample\"}", ""),
                        IMPORTS + "@GlobalElement(\"R\") " + cells[0]);
        assertThat(errors).isNotEmpty();
        assertThat(errors.getFirst().getMessage(Locale.ROOT)).contains("schema set t: " + cells[1]);
        assertThat(errors.getFirst().getSource()).isNotNull();
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(
            Path folder, String packageInfo, String types) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Files.createDirectories(folder);
        JavaCompiler.CompilationTask task =
                compiler.getTask(
                        null,
                        null,
                        problems,
                        List.of(
                                "-d",
                                folder.toString(),
                                "-s",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-proc:full"),
                        null,
                        List.of(
                                source("org/example/t/package-info.java", packageInfo),
                                source("org/example/t/Sample.java", types)));
        task.setProcessors(List.of(new SchemaProcessor()));
        task.call();
        return problems.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
