package org.plugcharge.ca;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.plugcharge.start.PostgresBinaries;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that is started with the service: thrown away with it, or kept in a directory. */
final class EmbeddedDatabase {

    private static final int STOP_SECONDS = 10;

    private EmbeddedDatabase() {}

    /** {@link IOException} if it does not start, or if another service has the directory. */
    static EmbeddedPostgres start(Optional<Path> data) throws IOException {
        if (LoggerFactory.getLogger("io.zonky.test") instanceof Logger talkative) {
            talkative.setLevel(Level.WARN);
        }
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open);
        if (data.isPresent()) {
            Path directory = data.get().resolve("postgres");
            Files.createDirectories(directory);
            stopOrphan(directory);
            // What is acknowledged is on the disk; by itself the embedded server only promises that
            // for a database that is thrown away.
            builder.setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false);
        }
        return builder.start();
    }

    /** A service that was killed leaves its PostgreSQL behind: nobody else would ever stop it. */
    private static void stopOrphan(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try (FileChannel file =
                        FileChannel.open(
                                directory.resolve("epg-lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new IOException(directory + " is in use by another process");
            }
            postmaster(pidFile).ifPresent(EmbeddedDatabase::stop);
        } catch (OverlappingFileLockException e) {
            throw new IOException(directory + " is in use by this process", e);
        }
    }

    /** The process of that number, if it is PostgreSQL at all: numbers are used again. */
    private static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process ->
                        process.info()
                                .command()
                                .filter(command -> command.endsWith("postgres"))
                                .isPresent());
    }

    /** In the orderly way; if somebody still works in it, at once: what is committed stays. */
    private static void stop(ProcessHandle postmaster) {
        LoggerFactory.getLogger(EmbeddedDatabase.class)
                .warn(
                        "stopping the postgres a killed service left behind pid={}",
                        postmaster.pid());
        postmaster.destroy();
        if (!hasEnded(postmaster)) {
            postmaster.children().forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            hasEnded(postmaster);
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
