package org.plugcharge.ca;

import org.springframework.dao.DataIntegrityViolationException;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Writes what many threads have to write at the same time in one statement, so that they share one
 * commit. Each caller returns when its own item is committed, and not before: the first that finds
 * nobody writing writes for all that wait.
 */
final class GroupCommit<I, O> {

    /** More rows in one statement gain nothing. */
    private static final int MAX_ITEMS = 64;

    private final Function<List<I>, List<O>> write;
    private final Queue<Waiting<I, O>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private record Waiting<I, O>(I item, CompletableFuture<O> result) {}

    /**
     * Through {@code write}: given at most {@value #MAX_ITEMS} items, commits all or none and gives
     * one result for each, in order.
     */
    GroupCommit(Function<List<I>, List<O>> write) {
        this.write = write;
    }

    /** Returns when {@code item} is committed; throws what writing threw. */
    O write(I item) {
        Waiting<I, O> own = new Waiting<>(item, new CompletableFuture<>());
        queue.add(own);
        writing.lock();
        try {
            while (!own.result().isDone()) {
                flush();
            }
        } finally {
            writing.unlock();
        }
        return result(own);
    }

    /** How many items nobody has begun to write. */
    int waiting() {
        return queue.size();
    }

    private void flush() {
        List<Waiting<I, O>> batch = new ArrayList<>();
        Waiting<I, O> next = queue.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MAX_ITEMS ? queue.poll() : null;
        }
        flush(batch);
    }

    /** One item that breaks a rule of the table spoils the statement: then each goes alone. */
    private void flush(List<Waiting<I, O>> batch) {
        try {
            List<O> results = write.apply(batch.stream().map(Waiting::item).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result().complete(results.get(i));
            }
        } catch (DataIntegrityViolationException e) {
            if (batch.size() == 1) {
                batch.getFirst().result().completeExceptionally(e);
            } else {
                batch.forEach(one -> flush(List.of(one)));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(one -> one.result().completeExceptionally(e));
        }
    }

    private static <O> O result(Waiting<?, O> own) {
        try {
            return own.result().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
