package org.plugcharge.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL that a killed service left behind in its data directory: nobody else would ever
 * stop it, and the next one can't start beside it.
 */
public final class OrphanedPostgres {

    private static final int STOP_SECONDS = 10;

    private OrphanedPostgres() {}

    /**
     * Stops it, if there is one, and says which process it was. What was committed stays. {@link
     * IOException} if a service that lives has the directory.
     */
    public static OptionalLong stop(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return OptionalLong.empty();
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
            Optional<ProcessHandle> orphan = postmaster(pidFile);
            orphan.ifPresent(OrphanedPostgres::stop);
            return orphan.isPresent() ? OptionalLong.of(orphan.get().pid()) : OptionalLong.empty();
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

    /** In the orderly way; if somebody still works in it, at once. */
    private static void stop(ProcessHandle postmaster) {
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
