package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.KeyLogFile;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.evcc.host.CarException;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** What is written down of a session, and where. */
final class RecordOptions {

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description =
                    "add the secrets of the TLS connection to this file (NSS key log), to open a"
                            + " capture of it; whoever has them can read the session")
    private @Nullable Path keyLog;

    ClientProfile logging(ClientProfile profile) {
        return keyLog == null ? profile : profile.logging(open(keyLog));
    }

    private static KeyLogFile open(Path file) {
        try {
            return KeyLogFile.open(file);
        } catch (IOException e) {
            throw new CarException("the key log " + file + " can't be written: " + e.getMessage());
        }
    }
}
