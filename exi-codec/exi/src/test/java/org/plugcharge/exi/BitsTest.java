package org.plugcharge.exi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

class BitsTest {

    private static String written(Consumer<BitWriter> values) {
        BitWriter out = new BitWriter();
        values.accept(out);
        return out.toBytes().toHex();
    }

    private static BitReader reader(String hex) {
        return new BitReader(Bytes.fromHex(hex));
    }

    /** EXI 1.0, 7.1.6: seven bits an octet, lowest first. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "300, ac02",
        "16383, ff7f",
        "16384, 808001",
        "9223372036854775807, ffffffffffffffff7f",
        "-1, ffffffffffffffffff01"
    })
    void unsignedIntegers(long value, String hex) {
        assertThat(written(out -> out.unsigned64(0, 0, value))).isEqualTo(hex);
        assertThat(reader(hex).unsigned64()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 127, -128, -129, 32767, -32768, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersWithSign(long value) {
        String hex = written(out -> out.integer(0, 0, value, Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(reader(hex).integer(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(value);
        assertThat(written(out -> out.bigInteger(0, 0, BigInteger.valueOf(value)))).isEqualTo(hex);
        assertThat(reader(hex).bigInteger()).isEqualTo(value);
    }

    @Test
    void minusOneIsASignAndZero() {
        assertThat(written(out -> out.integer(0, 0, -1, -5, 5))).isEqualTo("8000");
    }

    @Test
    void rangesAreDistances() {
        assertThat(new BitWriter().distance(-3, -3, 3, 3)).isEqualTo(0);
        assertThat(new BitWriter().distance(3, -3, 3, 3)).isEqualTo(6);
        assertThat(reader("00").ranged(6, -3, 3, 0)).isEqualTo(3);
        BitReader in = reader("0e00");
        long bits = in.bits(12);
        assertThatThrownBy(() -> in.ranged(bits >>> 5 & 7, -3, 3, 5))
                .isInstanceOf(ExiException.class)
                .hasMessage("expected -3 to 3, found 4 (bit 7)");
    }

    /** Length plus two, then code points. */
    @Test
    void stringsCountCodePoints() {
        String car = "a\u00e4\u20ac\ud83d\ude97";
        String hex = written(out -> out.string(0, 0, car, 4, 4));
        assertThat(hex).isEqualTo("0661e401ac4197ed07");
        assertThat(reader(hex).string(0, 4, 4)).isEqualTo(car);
    }

    @Test
    void stringsOfTheTableAreFoundAgain() {
        BitWriter out = new BitWriter();
        out.string(0, 0, "first", 0, 9);
        out.string(0, 0, "other", 0, 9);
        out.bits(0, 8); // A hit in the partition of name 7, which holds two strings: the second.
        out.bits(1, 1);
        out.bits(1, 8); // A hit among all two: the first.
        out.bits(0, 1);
        out.bits(0, 8); // A hit in the partition of name 8, which is empty.
        BitReader in = new BitReader(out.toBytes());
        assertThat(
                        List.of(
                                in.string(7, 0, 9),
                                in.string(7, 0, 9),
                                in.string(7, 0, 9),
                                in.string(8, 0, 9)))
                .containsExactly("first", "other", "other", "first");
        assertThatThrownBy(() -> in.string(8, 0, 9))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("expected a string of this element seen before, found none");
    }

    @Test
    void whateverIsWrittenAtWhateverBitIsRead() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 2_000; round++) {
            List<Consumer<BitReader>> checks = new ArrayList<>();
            BitWriter out = new BitWriter();
            for (int value = random.nextInt(1, 30); value > 0; value--) {
                checks.add(write(random, out));
            }
            Bytes octets = out.toBytes();
            byte[] padded = Bytes.of((byte) -1).plus(octets).plus(Bytes.of((byte) -1)).toArray();
            BitReader in = new BitReader(padded, 1, octets.length());
            checks.forEach(check -> check.accept(in));
            assertThat(in.bitOffset()).isEqualTo(out.bitOffset());
            in.finish();
        }
    }

    private static Consumer<BitReader> write(SplittableRandom random, BitWriter out) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                int width = random.nextInt(33);
                long value = random.nextLong() & ((1L << width) - 1);
                out.bits(value, width);
                yield in -> assertThat(in.bits(width)).isEqualTo(value);
            }
            case 1 -> {
                byte[] octets = new byte[random.nextInt(60)];
                random.nextBytes(octets);
                out.binary(0, 0, Bytes.of(octets), 0, 60);
                yield in -> assertThat(in.binary(0, 60)).isEqualTo(Bytes.of(octets));
            }
            case 2 -> {
                long value = random.nextLong() >>> random.nextInt(64);
                out.unsigned64(0, 0, value);
                yield in -> assertThat(in.unsigned64()).isEqualTo(value);
            }
            default -> {
                String value = "x\u00e9".repeat(random.nextInt(600));
                out.string(0, 0, value, 0, 2_000);
                yield in -> assertThat(in.string(1, 0, 2_000)).isEqualTo(value);
            }
        };
    }

    @Test
    void lengthsAreHeldAgainstFacetsAndTheRest() {
        assertThatThrownBy(() -> reader("05aabb").binary(0, 4))
                .hasMessage("expected 0 to 4 octets, found 5 (bit 8)");
        assertThatThrownBy(() -> reader("05aabb").binary(0, 9))
                .hasMessage("expected 5 octets, found 16 more bits (bit 8)");
        assertThatThrownBy(() -> reader("0761").string(0, 0, 4))
                .hasMessageContaining("expected a string of 0 to 4");
        assertThatThrownBy(() -> reader("ffffffffffffffffff7f").unsigned64())
                .hasMessageContaining("at most 64 bits");
        assertThatThrownBy(() -> reader("03ffffffff0f").string(0, 0, 9))
                .hasMessageContaining("expected a character");
        assertThatThrownBy(() -> written(out -> out.binary(0, 0, Bytes.fromHex("0102"), 3, 3)))
                .hasMessage("expected exactly 3 octets, found 2 (bit 0)");
        assertThatThrownBy(() -> written(out -> out.string(0, 0, "\ud83d", 0, 9)))
                .hasMessageContaining("surrogate");
    }

    @Test
    void theLenientNotesWhatItLetsPass() {
        BitReader in = reader("0301020341").lenient();
        assertThat(in.binary(0, 2)).isEqualTo(Bytes.fromHex("010203"));
        assertThat(in.brokenFacets()).containsExactly("expected 0 to 2 octets, found 3 (bit 8)");
        assertThatThrownBy(() -> in.binary(0, 2)).isInstanceOf(ExiException.class);
    }

    @Test
    void aCallersBufferThatIsTooSmallIsRefused() {
        BitWriter out = new BitWriter();
        out.bits(0x80, 8);
        out.bits(1, 1);
        byte[] target = new byte[3];
        assertThat(out.copyTo(target, 1)).isEqualTo(2);
        assertThat(target).containsExactly(0, (byte) 0x80, (byte) 0x80);
        assertThatThrownBy(() -> out.copyTo(target, 2)).isInstanceOf(ExiException.class);
    }
}
