package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.exi.RootCodec;
import org.plugcharge.exi.compiler.SchemaProcessor;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.RandomMessages;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Random small schemas through the annotation processor and the Java compiler; random documents of
 * each through the codec that comes out and through EXIficient over the schema text that comes out.
 */
class RandomSchemasPeerTest {

    /** More with {@code -Dschemas=500}. */
    private static final int SCHEMAS = Integer.getInteger("schemas", 12);

    private static final int DOCUMENTS = 20;

    @Test
    void bothEnginesAgreeOnSchemasNobodyThoughtOf(@TempDir Path folder) throws Exception {
        for (int seed = 0; seed < SCHEMAS; seed++) {
            Path place = Files.createDirectories(folder.resolve("s" + seed));
            compare(seed, place);
        }
    }

    private static void compare(int seed, Path folder) throws Exception {
        RandomSchema schema = new RandomSchema(new SplittableRandom(seed));
        String root = schema.root();
        compile(folder, schema.packageInfo(), root);
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader =
                new URLClassLoader(classes, RandomSchemasPeerTest.class.getClassLoader())) {
            RootCodec documents = codec(loader, "org.example.codec.t.TDocuments");
            RootCodec fragments = codec(loader, "org.example.codec.t.TFragments");
            OtherEngine other =
                    OtherEngine.over(folder.resolve("org/example/t/schema/t/index.xsd"));
            RandomMessages random =
                    new RandomMessages(documents.types().values(), new SplittableRandom(seed));
            for (int document = 0; document < DOCUMENTS; document++) {
                NamedValue value =
                        new NamedValue(
                                "Root",
                                random.next(Objects.requireNonNull(documents.types().get("Root"))));
                String what = "seed " + seed + " " + value + "\n" + root;
                same(documents, other, value, false, what);
                same(fragments, other, value, true, what);
            }
        }
    }

    private static RootCodec codec(ClassLoader loader, String name)
            throws ReflectiveOperationException {
        return (RootCodec)
                Objects.requireNonNull(loader.loadClass(name).getField("CODEC").get(null));
    }

    private static void same(
            RootCodec codec, OtherEngine other, NamedValue value, boolean fragment, String what) {
        BitWriter out = new BitWriter();
        codec.encode(out, value.name(), value.value());
        Bytes ours = out.toBytes();
        assertThat(other.encode(MessageText.xmlLine(value), fragment)).as(what).isEqualTo(ours);
        assertThat(codec.decode(new BitReader(ours))).as(what).isEqualTo(value);
        assertThat(other.encode(other.decode(ours, fragment), fragment)).as(what).isEqualTo(ours);
    }

    private static void compile(Path folder, String packageInfo, String root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
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
                                source("org/example/t/Root.java", root)));
        task.setProcessors(List.of(new SchemaProcessor()));
        task.call();
        assertThat(problems.getDiagnostics())
                .as(root)
                .noneMatch(one -> one.getKind() == Diagnostic.Kind.ERROR);
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
