package org.plugcharge.start;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Finds the embedded PostgreSQL on the class path, also where it is there twice.
 *
 * <p>The manifest of every runnable jar names its libraries, so a build that puts two services on
 * one class path sees the same library in several places. The library that starts PostgreSQL
 * refuses that by itself; the first is as good as the second.
 */
public final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The archive for an operating system and a processor, both as Java names them; {@link
     * FileNotFoundException} if there is none.
     */
    public static InputStream open(String system, String machine) throws IOException {
        String name = "postgres-" + word(system) + "-" + processor(word(machine)) + ".txz";
        InputStream archive = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (archive == null) {
            throw new FileNotFoundException(
                    "no embedded PostgreSQL for "
                            + system
                            + " on "
                            + machine
                            + ": name a database of your own instead");
        }
        return archive;
    }

    private static String word(String text) {
        return text.trim().replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static String processor(String machine) {
        if (machine.equals("amd64") || machine.equals("x86_64") || machine.equals("x64")) {
            return "x86_64";
        }
        return machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : machine;
    }
}
