package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class GroupCommitTest {

    private final List<Integer> batches = new ArrayList<>();

    private List<String> write(List<Integer> items) {
        batches.add(items.size());
        if (items.contains(13)) {
            throw new DataIntegrityViolationException("13 is taken");
        }
        if (items.contains(99)) {
            throw new IllegalStateException("away");
        }
        return items.stream().map(item -> "row " + item).toList();
    }

    @Test
    void whoeverComesWhileOneWritesSharesTheNextCommit() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger writes = new AtomicInteger();
        GroupCommit<Integer, String> commit =
                new GroupCommit<>(items -> {
                    if (writes.incrementAndGet() == 1) {
                        first.countDown();
                        await(go);
                    }
                    return write(items);
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> commit.write(0));
            first.await();
            List<Future<String>> others = new ArrayList<>();
            for (int i = 100; i < 300; i++) {
                int item = i;
                others.add(threads.submit(() -> commit.write(item)));
            }
            while (commit.waiting() < 200) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(one.get()).isEqualTo("row 0");
            for (int i = 0; i < 200; i++) {
                assertThat(others.get(i).get()).isEqualTo("row " + (100 + i));
            }
        }
        assertThat(batches).containsExactly(1, 64, 64, 64, 8);
    }

    /** One that breaks a rule spoils nobody else's. */
    @Test
    void oneThatIsRefusedIsRefusedAlone() throws Exception {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::write);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int item = i;
                all.add(threads.submit(() -> commit.write(item)));
            }
            for (int i = 0; i < 30; i++) {
                Future<String> one = all.get(i);
                if (i == 13) {
                    assertThatThrownBy(one::get).hasMessageContaining("13 is taken");
                } else {
                    assertThat(one.get()).isEqualTo("row " + i);
                }
            }
        }
    }

    @Test
    void whatWritingThrowsIsThrown() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::write);
        assertThatThrownBy(() -> commit.write(99))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(commit.write(1)).as("and the next is written").isEqualTo("row 1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
