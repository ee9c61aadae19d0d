package org.plugcharge.certs.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.log.LogFollower.Verdict;
import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.stream.IntStream;

class LogFollowerTest {

    private static final Bytes SIGNATURE = Bytes.of((byte) 1);

    @Test
    void followsALogThatOnlyGrows() {
        LogFollower follower = LogFollower.NEW;
        int known = 0;
        for (int size : new int[] {0, 1, 1, 2, 7, 64, 65, 200}) {
            Verdict verdict =
                    follower.follow(
                            head(size, size), SIGNATURE, (octets, s) -> true, entries(known, size));
            assertThat(verdict).isInstanceOf(Verdict.Continues.class);
            follower = ((Verdict.Continues) verdict).next();
            assertThat(follower.seen().size()).isEqualTo(size);
            known = size;
        }
    }

    @Test
    void noticesWhatIsWrong() {
        LogFollower follower = at(10);
        assertThat(why(follower, head(12, 12), false, entries(10, 12)))
                .contains("not signed by the log's key");
        assertThat(why(follower, head(9, 12), true, List.of())).contains("had 10 entries");
        assertThat(why(follower, head(12, 9), true, entries(10, 12))).contains("older");
        assertThat(why(follower, head(12, 12), true, entries(10, 11)))
                .contains("expected 2 entries, got 1");
        assertThat(why(follower, head(12, 12), true, entries(11, 13))).contains("another root");
        TreeHead rewritten = new TreeHead(10, 10, MerkleTree.emptyRoot());
        assertThat(why(follower, rewritten, true, List.of())).contains("another root");
    }

    /** What was logged is tied to the certificate by the salt alone. */
    @Test
    void entriesCommitToCertificateAndSalt() {
        Bytes certificate = Bytes.of((byte) 48, (byte) 0);
        Bytes salt = Bytes.owning(new byte[32]);
        Bytes otherSalt = Bytes.owning(new byte[31]).plus(Bytes.of((byte) 1));
        LogEntry entry = LogEntry.of(5, salt, certificate);
        assertThat(LogEntry.of(5, salt, certificate)).isEqualTo(entry);
        assertThat(LogEntry.of(5, otherSalt, certificate).commitment())
                .isNotEqualTo(entry.commitment());
        assertThat(entry.octets().toHex())
                .isEqualTo("01" + "0000000000000005" + entry.commitment().toHex());
        assertThat(new TreeHead(1, 2, MerkleTree.emptyRoot()).octets().toHex())
                .isEqualTo(
                        "0000000000000001"
                                + "0000000000000002"
                                + "20"
                                + MerkleTree.emptyRoot().toHex()
                                + "0000");
    }

    private static String why(
            LogFollower follower, TreeHead head, boolean signed, List<LogEntry> entries) {
        Verdict verdict =
                follower.follow(
                        head,
                        SIGNATURE,
                        (octets, signature) ->
                                signed
                                        && octets.equals(head.octets())
                                        && signature.equals(SIGNATURE),
                        entries);
        return ((Verdict.Inconsistent) verdict).why();
    }

    private static LogFollower at(int size) {
        Verdict verdict =
                LogFollower.NEW.follow(
                        head(size, size), SIGNATURE, (octets, s) -> true, entries(0, size));
        return ((Verdict.Continues) verdict).next();
    }

    private static TreeHead head(int size, long at) {
        MerkleTreeTest.Tree tree =
                MerkleTreeTest.Tree.of(entries(0, size).stream().map(LogEntry::octets).toList());
        return new TreeHead(at, size, MerkleTree.root(size, tree));
    }

    private static List<LogEntry> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        LogEntry.of(
                                i,
                                Bytes.owning(new byte[LogEntry.SALT_OCTETS]),
                                Bytes.of((byte) i)))
                .toList();
    }
}
