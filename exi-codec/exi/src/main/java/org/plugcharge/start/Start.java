package org.plugcharge.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;

/**
 * Main class of every plugcharge jar: runs the command named in the jar's manifest (attribute
 * Plugcharge-Command).
 *
 * <p>On an older Java it looks for a JDK 25 where installers put them and runs there; without one
 * it says what to do and ends with status 78.
 */
public final class Start {

    private static final int NEEDED = 25;
    private static final int CONFIGURATION_ERROR = 78;

    private Start() {}

    /** Runs the command with {@code arguments}. */
    public static void main(String[] arguments) throws Throwable {
        String jar = System.getProperty("java.class.path").split(File.pathSeparator)[0];
        if (feature(System.getProperty("java.specification.version")) >= NEEDED) {
            run(command(jar), arguments);
            return;
        }
        Path newer = newerJava();
        if (newer == null) {
            System.err.println(
                    "plugcharge needs Java "
                            + NEEDED
                            + ", this is Java "
                            + System.getProperty("java.version")
                            + " in "
                            + System.getProperty("java.home")
                            + ". Install a JDK "
                            + NEEDED
                            + " (for example Eclipse Temurin) and put it first in PATH, "
                            + "or set JAVA_HOME to it.");
            System.exit(CONFIGURATION_ERROR);
            return;
        }
        System.exit(runOn(newer, jar, arguments));
    }

    private static String command(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.getManifest().getMainAttributes().getValue("Plugcharge-Command");
        }
    }

    private static void run(String command, String[] arguments) throws Throwable {
        try {
            Class.forName(command)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int runOn(Path javaHome, String jar, String[] arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(javaHome.resolve("bin").resolve("java").toString());
        line.add("-jar");
        line.add(jar);
        line.addAll(Arrays.asList(arguments));
        final Process process = new ProcessBuilder(line).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return process.waitFor();
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path newerJava() throws IOException {
        for (Path home : candidates()) {
            if (Files.isExecutable(home.resolve("bin").resolve("java"))
                    && feature(release(home)) >= NEEDED) {
                return home;
            }
        }
        return null;
    }

    private static List<Path> candidates() throws IOException {
        List<Path> homes = new ArrayList<>();
        String javaHome = System.getenv("JAVA_HOME");
        if (javaHome != null) {
            homes.add(Paths.get(javaHome));
        }
        String user = System.getProperty("user.home");
        addChildren(homes, Paths.get("/usr/lib/jvm"), "");
        addChildren(homes, Paths.get("/usr/java"), "");
        addChildren(homes, Paths.get("/opt"), "");
        addChildren(homes, Paths.get(user, ".sdkman", "candidates", "java"), "");
        addChildren(homes, Paths.get(user, ".jdks"), "");
        addChildren(homes, Paths.get("/Library/Java/JavaVirtualMachines"), "Contents/Home");
        return homes;
    }

    private static void addChildren(List<Path> homes, Path folder, String below) {
        File[] children = folder.toFile().listFiles(File::isDirectory);
        if (children == null) {
            return;
        }
        Arrays.sort(children);
        for (File child : children) {
            homes.add(child.toPath().resolve(below));
        }
    }

    private static String release(Path home) throws IOException {
        Path file = home.resolve("release");
        if (!Files.isReadable(file)) {
            return "0";
        }
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            release.load(in);
        }
        return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    }

    /** 8 of "1.8", 17 of "17.0.15", 0 of what is no number. */
    private static int feature(String version) {
        String[] parts =
                (version.startsWith("1.") ? version.substring(2) : version).split("[^0-9]", 2);
        return parts[0].isEmpty() ? 0 : Integer.parseInt(parts[0]);
    }
}
