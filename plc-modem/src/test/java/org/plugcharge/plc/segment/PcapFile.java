package org.plugcharge.plc.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes sightings as a classic pcap file of Ethernet frames. */
final class PcapFile {

    private PcapFile() {}

    static void write(Path file, List<Sighting> sightings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                little(24)
                        .putInt(0xa1b2c3d4)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(65535)
                        .putInt(1)
                        .array());
        for (Sighting sighting : sightings) {
            Instant at = sighting.at();
            int length = sighting.octets().length();
            out.writeBytes(
                    little(16)
                            .putInt((int) at.getEpochSecond())
                            .putInt(at.getNano() / 1000)
                            .putInt(length)
                            .putInt(length)
                            .array());
            out.writeBytes(sighting.octets().toArray());
        }
        Files.write(file, out.toByteArray());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
