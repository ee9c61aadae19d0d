package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** HotSpot never compiles a method of more than 8,000 octets of code. */
class GeneratedCodeTest {

    private static final int LIMIT = 8_000;

    @Test
    void everyMethodCanBeCompiled() throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(Path.of("target/classes/org/plugcharge/v2g"))) {
            classes = files.filter(file -> file.toString().matches(".*/codec/.*\\.class")).toList();
        }
        assertThat(classes).hasSizeGreaterThan(60 * MessageSet.values().length);
        assertThat(classes)
                .allSatisfy(file -> {
                    ClassModel model = parse(file);
                    for (MethodModel method : model.methods()) {
                        int length =
                                method.findAttribute(java.lang.classfile.Attributes.code())
                                        .map(CodeAttribute::codeLength)
                                        .orElse(0);
                        assertThat(length).as(file + " " + method.methodName()).isLessThan(LIMIT);
                    }
                });
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
