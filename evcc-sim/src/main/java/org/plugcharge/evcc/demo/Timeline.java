package org.plugcharge.evcc.demo;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what was said between all sides of a session; to be called from any thread. */
public final class Timeline {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One message, or one command to hardware.
     *
     * <p>A request and its answer are recognised by their titles: {@code SessionSetupReq} and
     * {@code SessionSetupRes}, {@code AuthorizeRequest} and {@code AuthorizeResponse}, {@code
     * CM_SLAC_PARM.REQ} and {@code CM_SLAC_PARM.CNF}; over HTTP a method with a path ({@code POST
     * /contracts}) and a status ({@code 201 Created}).
     *
     * @param from who said it; the same as {@code to} for what one side notes by itself
     * @param title the name of the message as its standard has it
     * @param fields decoded, as JSON or as plain text; may be empty
     * @param octets as on the wire, or null where there are none
     * @param loop whether it belongs to the charge loop
     */
    public record Entry(
            Instant at,
            Lane from,
            Lane to,
            Layer layer,
            String title,
            String fields,
            @Nullable Bytes octets,
            boolean loop) {}

    /** Adds one. */
    public synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** All of them by time; those of one instant in the order they were added. */
    public synchronized List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
    }
}
