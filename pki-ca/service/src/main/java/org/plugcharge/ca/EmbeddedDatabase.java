package org.plugcharge.ca;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.plugcharge.database.OrphanedPostgres;
import org.plugcharge.start.PostgresBinaries;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that is started with the service: thrown away with it, or kept in a directory. */
final class EmbeddedDatabase {

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
            OrphanedPostgres.stop(directory)
                    .ifPresent(pid ->
                            LoggerFactory.getLogger(EmbeddedDatabase.class)
                                    .warn(
                                            "stopping the postgres a killed service left"
                                                    + " behind pid={}",
                                            pid));
            // What is acknowledged is on the disk; by itself the embedded server only promises that
            // for a database that is thrown away.
            builder.setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false);
        }
        return builder.start();
    }
}
