package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.KeyLogFile;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.capture.PcapngFile;
import org.plugcharge.evcc.capture.Recording;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.report.JsonReport;
import org.plugcharge.evcc.report.JunitReport;
import org.plugcharge.evcc.report.Report;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written down of a session, and where. */
final class RecordOptions {

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description =
                    "add the secrets of the TLS connection to this file (NSS key log), to open a"
                            + " capture of it; whoever has them can read the session")
    private @Nullable Path keyLog;

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            description =
                    "keep what passes the socket, discovery too, as a capture (pcapng) with the"
                            + " secrets of TLS in it: Wireshark and `v2g explain` open it")
    private @Nullable Path capture;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write the results to this file as JSON")
    private @Nullable Path json;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "write the results to this file as XML, as build servers read it")
    private @Nullable Path junit;

    /** Writes the results where they are wanted. */
    void write(Report report) {
        if (json != null) {
            write(json, JsonReport.text(report));
        }
        if (junit != null) {
            write(junit, JunitReport.text(report));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CarException(
                    "the results can't be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** A new capture; empty if none is wanted. */
    Optional<PcapngFile> capture() {
        if (capture == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(PcapngFile.create(capture));
        } catch (IOException e) {
            throw new CarException(
                    "the capture " + capture + " can't be written: " + e.getMessage());
        }
    }

    /** Where the secrets of a connection go. */
    KeyLog keyLog(Optional<Recording> recording) {
        List<KeyLog> logs = new ArrayList<>(recording.stream().toList());
        if (keyLog != null) {
            logs.add(open(keyLog));
        }
        return logs.isEmpty() ? KeyLog.NONE : line -> logs.forEach(log -> log.line(line));
    }

    private static KeyLogFile open(Path file) {
        try {
            return KeyLogFile.open(file);
        } catch (IOException e) {
            throw new CarException("the key log " + file + " can't be written: " + e.getMessage());
        }
    }
}
