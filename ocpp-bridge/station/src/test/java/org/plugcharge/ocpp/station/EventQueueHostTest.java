package org.plugcharge.ocpp.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.ocpp.v201.Transaction;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;
import org.plugcharge.ocpp.v201.TriggerReason;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** On a real file system. */
class EventQueueHostTest {

    @TempDir private Path directory;

    @Test
    void whatWasNotAcknowledgedIsThereAfterARestartInOrder() {
        try (EventQueue queue = EventQueue.open(directory)) {
            queue.append(event(TransactionEventType.STARTED, 0));
            queue.append(event(TransactionEventType.UPDATED, 1));
            queue.append(event(TransactionEventType.UPDATED, 2));
            queue.acknowledge();
        }
        try (EventQueue queue = EventQueue.open(directory)) {
            assertThat(numbers(queue)).containsExactly(1, 2);
            assertThat(queue.openTransactions())
                    .extracting(TransactionEventRequest::seqNo)
                    .containsExactly(2);
        }
    }

    @Test
    void aTransactionWithoutEndIsKnownAfterARestart() {
        try (EventQueue queue = EventQueue.open(directory)) {
            queue.append(event(TransactionEventType.STARTED, 0));
            queue.append(event(TransactionEventType.UPDATED, 1));
            queue.acknowledge();
            queue.acknowledge();
            assertThat(queue.size()).isZero();
        }
        try (EventQueue queue = EventQueue.open(directory)) {
            TransactionEventRequest last = queue.openTransactions().iterator().next();
            TransactionEventRequest end = TransactionRecorder.interrupted(last, Instant.EPOCH);
            assertThat(end.seqNo()).isEqualTo(2);
            assertThat(end.timestamp()).isEqualTo(last.timestamp());
            queue.append(end);
            assertThat(queue.openTransactions()).isEmpty();
        }
    }

    @Test
    void aFileCutAtAnyOctetLosesOnlyTheRecordItCuts() throws IOException {
        Path file = directory.resolve("transaction-events.log");
        List<Long> ends = new ArrayList<>();
        try (EventQueue queue = EventQueue.open(directory)) {
            for (int i = 0; i < 3; i++) {
                queue.append(
                        event(
                                i == 0
                                        ? TransactionEventType.STARTED
                                        : TransactionEventType.UPDATED,
                                i));
                ends.add(Files.size(file));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            int kept = 0;
            for (long end : ends) {
                kept += length >= end ? 1 : 0;
            }
            try (EventQueue queue = EventQueue.open(directory)) {
                assertThat(queue.size()).isEqualTo(kept);
                queue.append(event(TransactionEventType.UPDATED, 9));
            }
            try (EventQueue queue = EventQueue.open(directory)) {
                assertThat(queue.size()).isEqualTo(kept + 1);
            }
        }
    }

    @Test
    void aDamagedRecordEndsTheReplay() throws IOException {
        Path file = directory.resolve("transaction-events.log");
        try (EventQueue queue = EventQueue.open(directory)) {
            queue.append(event(TransactionEventType.STARTED, 0));
            queue.append(event(TransactionEventType.UPDATED, 1));
        }
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length - 5] ^= 1;
        Files.write(file, octets);
        try (EventQueue queue = EventQueue.open(directory)) {
            assertThat(numbers(queue)).containsExactly(0);
        }
    }

    @Test
    void oneProcessHasItAtATime() {
        try (EventQueue queue = EventQueue.open(directory)) {
            assertThat(queue.size()).isZero();
            assertThatThrownBy(() -> EventQueue.open(directory))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void whatIsSetAsideIsKeptBeside() throws IOException {
        try (EventQueue queue = EventQueue.open(directory)) {
            queue.append(event(TransactionEventType.STARTED, 0));
            queue.setAside("FormatViolation\nx");
            assertThat(queue.oldest()).isEmpty();
        }
        assertThat(Files.readString(directory.resolve("transaction-events.rejected")))
                .startsWith("FormatViolation x\t{")
                .contains("\"seqNo\":0");
    }

    private static List<Integer> numbers(EventQueue queue) {
        List<Integer> numbers = new ArrayList<>();
        while (queue.oldest().isPresent()) {
            numbers.add(queue.oldest().get().seqNo());
            queue.acknowledge();
        }
        return numbers;
    }

    private static TransactionEventRequest event(TransactionEventType type, int seqNo) {
        return new TransactionEventRequest(
                type,
                null,
                Instant.parse("2026-11-21T12:00:00Z").plusSeconds(seqNo),
                TriggerReason.METER_VALUE_PERIODIC,
                seqNo,
                null,
                null,
                null,
                null,
                new Transaction("t", null, null, null, null),
                null,
                null);
    }
}
