package org.plugcharge.certs.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.exi.Bytes;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The tree against the definitions of RFC 9162 section 2.1, written down a second time here. */
class MerkleTreeTest {

    /** The eight entries that implementations of RFC 6962 share as test data. */
    private static final List<Bytes> ENTRIES =
            List.of(
                    Bytes.EMPTY,
                    Bytes.fromHex("00"),
                    Bytes.fromHex("10"),
                    Bytes.fromHex("2021"),
                    Bytes.fromHex("3031"),
                    Bytes.fromHex("40414243"),
                    Bytes.fromHex("5051525354555657"),
                    Bytes.fromHex("606162636465666768696a6b6c6d6e6f"));

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void publishedRoots(int size, String root) throws Exception {
        Tree tree = Tree.of(ENTRIES.subList(0, size));
        assertThat(tree.frontier.root().toHex()).isEqualTo(root);
        assertThat(MerkleTree.root(size, tree)).isEqualTo(tree.frontier.root());
        assertThat(defined(ENTRIES.subList(0, size))).isEqualTo(tree.frontier.root());
    }

    /** The example of RFC 9162 section 2.1.5, letter by letter. */
    @Test
    void theExampleOfTheRfc() throws Exception {
        List<Bytes> entries = ENTRIES.subList(0, 7);
        Tree tree = Tree.of(entries);
        Bytes a = leaf(entries.get(0));
        Bytes b = leaf(entries.get(1));
        Bytes c = leaf(entries.get(2));
        Bytes d = leaf(entries.get(3));
        Bytes f = leaf(entries.get(5));
        Bytes j = leaf(entries.get(6));
        Bytes g = node(a, b);
        Bytes h = node(c, d);
        Bytes i = node(leaf(entries.get(4)), f);
        Bytes k = node(g, h);
        Bytes l = node(i, j);
        assertThat(tree.frontier.root()).isEqualTo(node(k, l));
        assertThat(MerkleTree.inclusion(0, 7, tree)).containsExactly(b, h, l);
        assertThat(MerkleTree.inclusion(3, 7, tree)).containsExactly(c, g, l);
        assertThat(MerkleTree.inclusion(4, 7, tree)).containsExactly(f, j, k);
        assertThat(MerkleTree.inclusion(6, 7, tree)).containsExactly(i, k);
        assertThat(MerkleTree.consistency(3, 7, tree)).containsExactly(c, d, g, l);
        assertThat(MerkleTree.consistency(4, 7, tree)).containsExactly(l);
        assertThat(MerkleTree.consistency(6, 7, tree)).containsExactly(i, j, k);
    }

    @Test
    void everyProofOfEverySmallTreeHolds() throws Exception {
        List<Bytes> entries = new ArrayList<>();
        List<Bytes> roots = new ArrayList<>();
        Tree tree = new Tree();
        roots.add(tree.frontier.root());
        for (int size = 1; size <= 70; size++) {
            Bytes entry = Bytes.of((byte) size, (byte) 7);
            entries.add(entry);
            tree.add(entry);
            roots.add(tree.frontier.root());
            assertThat(tree.frontier.root()).isEqualTo(defined(entries));
            for (int index = 0; index < size; index++) {
                List<Bytes> path = MerkleTree.inclusion(index, size, tree);
                assertThat(path).isEqualTo(definedPath(index, entries));
                assertThat(includes(entries.get(index), index, size, path, roots.get(size)))
                        .isTrue();
            }
            for (int first = 1; first <= size; first++) {
                List<Bytes> path = MerkleTree.consistency(first, size, tree);
                assertThat(
                                MerkleProof.consistent(
                                        first, size, roots.get(first), roots.get(size), path))
                        .as("%d to %d", first, size)
                        .isTrue();
            }
        }
    }

    /** Any other index, size, leaf, root or path proves nothing. */
    @Test
    void nothingElseHolds() throws Exception {
        Random random = new Random(18);
        List<Bytes> entries = new ArrayList<>();
        Tree tree = new Tree();
        List<Bytes> roots = new ArrayList<>(List.of(tree.frontier.root()));
        for (int i = 0; i < 300; i++) {
            entries.add(Bytes.of((byte) i, (byte) (i >> 8)));
            tree.add(entries.get(i));
            roots.add(tree.frontier.root());
        }
        for (int round = 0; round < 3_000; round++) {
            int size = 2 + random.nextInt(299);
            int index = random.nextInt(size);
            List<Bytes> path = MerkleTree.inclusion(index, size, tree);
            Bytes entry = entries.get(index);
            Bytes root = roots.get(size);
            assertThat(includes(entry, index, size, path, root)).isTrue();
            int other = (index + 1 + random.nextInt(size - 1)) % size;
            assertThat(includes(entry, other, size, path, root)).isFalse();
            assertThat(includes(entries.get(other), index, size, path, root)).isFalse();
            assertThat(includes(entry, index, size, changed(path, random), root)).isFalse();
            assertThat(includes(entry, index, size, path, roots.get(size - 1))).isFalse();

            int first = 1 + random.nextInt(size - 1);
            List<Bytes> proof = MerkleTree.consistency(first, size, tree);
            Bytes before = roots.get(first);
            assertThat(MerkleProof.consistent(first, size, before, root, proof)).isTrue();
            assertThat(MerkleProof.consistent(first, size, before, root, changed(proof, random)))
                    .isFalse();
            assertThat(MerkleProof.consistent(first, size, roots.get(first - 1), root, proof))
                    .isFalse();
            assertThat(MerkleProof.consistent(first, size, before, roots.get(size - 1), proof))
                    .isFalse();
        }
    }

    @Test
    void whatCannotBeProvenIsRefused() {
        Tree tree = Tree.of(ENTRIES);
        assertThatThrownBy(() -> MerkleTree.inclusion(8, 8, tree)).hasMessageContaining("8 of 8");
        assertThatThrownBy(() -> MerkleTree.inclusion(-1, 8, tree)).hasMessageContaining("-1");
        assertThatThrownBy(() -> MerkleTree.consistency(0, 8, tree)).hasMessageContaining("0 <");
        assertThatThrownBy(() -> MerkleTree.consistency(9, 8, tree)).hasMessageContaining("9");
        assertThat(MerkleProof.includes(Bytes.EMPTY, 3, 3, List.of(), Bytes.EMPTY)).isFalse();
        assertThat(MerkleProof.consistent(0, 3, MerkleTree.emptyRoot(), Bytes.EMPTY, List.of()))
                .isTrue();
        assertThat(MerkleProof.consistent(2, 3, Bytes.EMPTY, Bytes.EMPTY, List.of())).isFalse();
    }

    private static boolean includes(
            Bytes entry, long index, long size, List<Bytes> path, Bytes root) {
        return MerkleProof.includes(MerkleTree.leafHash(entry), index, size, path, root);
    }

    private static List<Bytes> changed(List<Bytes> path, Random random) {
        List<Bytes> other = new ArrayList<>(path);
        int at = random.nextInt(other.size() + 1);
        switch (random.nextInt(3)) {
            case 0 -> other.add(at, MerkleTree.emptyRoot());
            case 1 -> other.remove(Math.min(at, other.size() - 1));
            default -> other.set(Math.min(at, other.size() - 1), MerkleTree.emptyRoot());
        }
        return other;
    }

    /** MTH as the RFC defines it, over the entries themselves. */
    private static Bytes defined(List<Bytes> entries) throws Exception {
        if (entries.isEmpty()) {
            return sha256(Bytes.EMPTY);
        }
        if (entries.size() == 1) {
            return leaf(entries.getFirst());
        }
        int k = split(entries.size());
        return node(defined(entries.subList(0, k)), defined(entries.subList(k, entries.size())));
    }

    /** PATH as the RFC defines it. */
    private static List<Bytes> definedPath(int index, List<Bytes> entries) throws Exception {
        if (entries.size() == 1) {
            return List.of();
        }
        int k = split(entries.size());
        List<Bytes> left = entries.subList(0, k);
        List<Bytes> right = entries.subList(k, entries.size());
        List<Bytes> path =
                new ArrayList<>(
                        index < k ? definedPath(index, left) : definedPath(index - k, right));
        path.add(defined(index < k ? right : left));
        return path;
    }

    private static int split(int size) {
        int k = 1;
        while (2 * k < size) {
            k *= 2;
        }
        return k;
    }

    private static Bytes leaf(Bytes entry) throws Exception {
        return sha256(Bytes.fromHex("00").plus(entry));
    }

    private static Bytes node(Bytes left, Bytes right) throws Exception {
        return sha256(Bytes.fromHex("01").plus(left).plus(right));
    }

    private static Bytes sha256(Bytes octets) throws Exception {
        return Bytes.of(MessageDigest.getInstance("SHA-256").digest(octets.toArray()));
    }

    /** A tree in memory, made by appending. */
    static final class Tree implements MerkleTree.Nodes {

        private record Place(int level, long index) {}

        private final Map<Place, Bytes> nodes = new HashMap<>();
        private Frontier frontier = Frontier.EMPTY;

        static Tree of(List<Bytes> entries) {
            Tree tree = new Tree();
            entries.forEach(tree::add);
            return tree;
        }

        void add(Bytes entry) {
            frontier = frontier.append(MerkleTree.leafHash(entry), this::put);
        }

        private void put(int level, long index, Bytes hash) {
            assertThat(nodes.put(new Place(level, index), hash)).as("written once").isNull();
        }

        @Override
        public Bytes hash(int level, long index) {
            Bytes hash = nodes.get(new Place(level, index));
            if (hash == null) {
                throw new IllegalStateException("no node " + level + "/" + index);
            }
            return hash;
        }
    }
}
