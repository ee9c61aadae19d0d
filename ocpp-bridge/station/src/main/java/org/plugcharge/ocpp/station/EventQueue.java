package org.plugcharge.ocpp.station;

import org.plugcharge.ocpp.json.BadPayload;
import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The transaction events that the CSMS has not yet acknowledged, in the order they happened, on
 * disk before anything else is done with them.
 *
 * <p>One append-only file: a record is a length, a CRC-32 and a text, which is an event, or the
 * word that the oldest one was acknowledged or set aside. What a crash leaves half written at the
 * end is cut off when the file is opened. The file starts anew when nothing in it is needed any
 * more. One process has it open at a time. Not safe for use by several threads.
 */
public final class EventQueue implements AutoCloseable {

    private static final int HEADER = 8;
    private static final int MAX_RECORD = 256 * 1024;
    private static final long MAX_FILE = 256L * 1024 * 1024;
    private static final long COMPACT_FROM = 1024 * 1024;
    private static final String ACKNOWLEDGED = "A";
    private static final String EVENT = "E";
    private static final String SET_ASIDE = "R";

    private final FileChannel file;
    private final Path asideFile;
    private final Deque<TransactionEventRequest> unacknowledged = new ArrayDeque<>();
    private final Map<String, TransactionEventRequest> open = new LinkedHashMap<>();

    private EventQueue(FileChannel file, Path asideFile) {
        this.file = file;
        this.asideFile = asideFile;
    }

    /**
     * Opens or makes the queue in {@code directory}; {@link UncheckedIOException} if it cannot, or
     * another process has it.
     */
    public static EventQueue open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file =
                    FileChannel.open(
                            directory.resolve("transaction-events.log"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            lock(file, directory);
            EventQueue queue =
                    new EventQueue(file, directory.resolve("transaction-events.rejected"));
            queue.replay();
            return queue;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the event queue in " + directory, e);
        }
    }

    private static void lock(FileChannel file, Path directory) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new IOException("another process has the event queue in " + directory);
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(
                    "this process has the event queue in " + directory + " open already", e);
        }
    }

    /** Appends an event; it is on disk when this returns. */
    public void append(TransactionEventRequest event) {
        write(EVENT + PayloadText.write(event));
        apply(event);
    }

    /** The oldest event that was not acknowledged. */
    public Optional<TransactionEventRequest> oldest() {
        return Optional.ofNullable(unacknowledged.peekFirst());
    }

    /** The CSMS acknowledged {@link #oldest}. */
    public void acknowledge() {
        write(ACKNOWLEDGED);
        unacknowledged.removeFirst();
        startAnewIfPossible();
    }

    /**
     * The CSMS refuses {@link #oldest} again and again: it goes to a file of its own, so that the
     * events after it get through and somebody can look at it.
     */
    public void setAside(String reason) {
        TransactionEventRequest event = unacknowledged.getFirst();
        try {
            Files.writeString(
                    asideFile,
                    reason.replaceAll("\\p{Cntrl}", " ") + "\t" + PayloadText.write(event) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + asideFile, e);
        }
        write(SET_ASIDE);
        unacknowledged.removeFirst();
        startAnewIfPossible();
    }

    /** How many events are not acknowledged. */
    public int size() {
        return unacknowledged.size();
    }

    /** Whether an event of this transaction is not acknowledged. */
    public boolean holds(String transactionId) {
        return unacknowledged.stream()
                .anyMatch(event -> event.transactionInfo().transactionId().equals(transactionId));
    }

    /** Whether so much is on disk that no new transaction should be started. */
    public boolean full() {
        try {
            return file.size() > MAX_FILE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The last event of each transaction that has not ended; after a crash, these have to be ended.
     */
    public Collection<TransactionEventRequest> openTransactions() {
        return List.copyOf(open.values());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(TransactionEventRequest event) {
        unacknowledged.addLast(event);
        String transaction = event.transactionInfo().transactionId();
        if (event.eventType() == TransactionEventType.ENDED) {
            open.remove(transaction);
        } else {
            open.put(transaction, event);
        }
    }

    private void write(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > MAX_RECORD) {
            throw new IllegalArgumentException(
                    "an event of " + octets.length + " octets, at most " + MAX_RECORD);
        }
        ByteBuffer entry = ByteBuffer.allocate(HEADER + octets.length);
        entry.putInt(octets.length).putInt(crc(octets)).put(octets).flip();
        try {
            long start = file.position();
            try {
                while (entry.hasRemaining()) {
                    file.write(entry);
                }
                file.force(false);
            } catch (IOException e) {
                cutBack(start, e);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the event queue", e);
        }
    }

    /** Half a record must not stand before whole ones. */
    private void cutBack(long start, IOException cause) {
        try {
            file.truncate(start);
            file.position(start);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void replay() throws IOException {
        file.position(0);
        long good = 0;
        Optional<String> text = next();
        while (text.isPresent() && applied(text.get())) {
            good = file.position();
            text = next();
        }
        file.truncate(good);
        file.position(good);
        file.force(true);
    }

    private Optional<String> next() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!filled(header)) {
            return Optional.empty();
        }
        int length = header.getInt();
        int crc = header.getInt();
        if (length <= 0 || length > MAX_RECORD) {
            return Optional.empty();
        }
        ByteBuffer octets = ByteBuffer.allocate(length);
        return filled(octets) && crc(octets.array()) == crc
                ? Optional.of(new String(octets.array(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private boolean filled(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private boolean applied(String text) {
        if (text.startsWith(EVENT)) {
            try {
                apply(PayloadText.read(text.substring(1), TransactionEventRequest.class));
                return true;
            } catch (BadPayload _) {
                return false;
            }
        }
        return unacknowledged.pollFirst() != null;
    }

    private void startAnewIfPossible() {
        try {
            if (unacknowledged.isEmpty() && open.isEmpty() && file.size() > COMPACT_FROM) {
                file.truncate(0);
                file.position(0);
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int crc(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return (int) crc.getValue();
    }
}
