package org.plugcharge.tool.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.MessageSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The walk by the listing and the generated codecs agree on streams that others have made. */
class TracerPeerTest {

    @Test
    void everyVectorIsWalkedToTheSameBit() throws Exception {
        Optional<Path> vectors = vectors();
        assumeTrue(vectors.isPresent(), "skipped: no ../shared");
        int walked = 0;
        for (String line : Files.readAllLines(vectors.orElseThrow())) {
            String[] cells = line.split("\t", -1);
            Optional<MessageSet> set = MessageSet.of(cells[0]);
            if (set.isEmpty()) {
                continue;
            }
            boolean fragment = cells[1].equals("fragment");
            Bytes octets = Bytes.fromHex(cells[3]);
            Optional<Long> found = traced(set.get(), fragment, octets);
            BitReader in = new BitReader(octets).lenient();
            try {
                decode(set.get(), fragment, in);
                assertThat(found).as(line).contains(in.bitOffset());
            } catch (ExiException e) {
                // Abstract elements have a code in the grammars; only a schema forbids them.
                if (!e.problem().contains("abstract")) {
                    assertThat(found).as(line + e.getMessage()).isEmpty();
                }
            }
            walked++;
        }
        assertThat(walked).isGreaterThan(800);
    }

    private static Optional<Path> vectors() throws IOException {
        for (Path at = Path.of("").toRealPath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/vectors/exi-vectors.tsv");
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static void decode(MessageSet set, boolean fragment, BitReader in) {
        if (fragment) {
            set.decodeFragment(in);
        } else {
            set.decodeDocument(in);
        }
    }

    /** Where the last event ends, if there was no gap between the events and no error. */
    private static Optional<Long> traced(MessageSet set, boolean fragment, Bytes octets) {
        List<Traced> events = new ArrayList<>();
        try {
            if (fragment) {
                Tracer.fragment(set, octets, events::add);
            } else {
                Tracer.document(set, octets, events::add);
            }
        } catch (ExiException _) {
            return Optional.empty();
        }
        long next = 0;
        for (Traced event : events) {
            assertThat(event.bit()).isEqualTo(next);
            next += event.width();
        }
        return Optional.of(next);
    }
}
