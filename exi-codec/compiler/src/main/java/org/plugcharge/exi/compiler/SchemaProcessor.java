package org.plugcharge.exi.compiler;

import org.plugcharge.exi.schema.SchemaSet;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Makes codec source, XSD text and a listing of the grammars for every {@link SchemaSet} that is
 * compiled.
 */
@SupportedAnnotationTypes({
    "org.plugcharge.exi.schema.SchemaSet",
    "org.plugcharge.exi.schema.SchemaSet.All"
})
public final class SchemaProcessor extends AbstractProcessor {

    /** For the compiler, which finds this class by its service entry. */
    public SchemaProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element home : round.getElementsAnnotatedWith(annotation)) {
                for (SchemaSet set : home.getAnnotationsByType(SchemaSet.class)) {
                    compile((PackageElement) home, set);
                }
            }
        }
        return false;
    }

    private void compile(PackageElement home, SchemaSet set) {
        try {
            Schema schema =
                    new SchemaReader(
                                    processingEnv.getElementUtils(),
                                    processingEnv.getTypeUtils(),
                                    home,
                                    set)
                            .read();
            for (Source source : new CodecWriter(schema).write()) {
                write(source, home);
            }
            String folder =
                    home.getQualifiedName().toString().replace('.', '/')
                            + "/schema/"
                            + set.name()
                            + "/";
            Map<String, String> files = XsdWriter.write(schema);
            for (Map.Entry<String, String> file : files.entrySet()) {
                resource(folder + file.getKey(), file.getValue(), home);
            }
            resource(folder + "files.txt", String.join("\n", files.keySet()) + "\n", home);
            resource(folder + "grammar.txt", GrammarListing.write(schema), home);
        } catch (SchemaException e) {
            Element place = e.place() == null ? home : e.place();
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "schema set " + set.name() + ": " + e.getMessage(),
                            place);
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "cannot write: " + e, home);
        }
    }

    private void write(Source source, Element origin) throws IOException {
        try (Writer writer =
                processingEnv
                        .getFiler()
                        .createSourceFile(source.qualifiedName(), origin)
                        .openWriter()) {
            writer.write(source.text());
        }
    }

    private void resource(String path, String text, Element origin) throws IOException {
        try (Writer writer =
                processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                        .openWriter()) {
            writer.write(text);
        }
    }
}
