package org.plugcharge.certs;

/**
 * The check character over 0-9A-Z used by eMAIDs: two linear codes, one over GF(2)^2 and one over
 * GF(3)^2.
 *
 * <p>A text of n characters and its check character c satisfy sum(q[k] * P1^k) = 0 and sum(r[k] *
 * P2^k) = 0 for k = 1..n+1, with q and r the two digit pairs of each character. Finds every single
 * wrong character and every swap of neighbours.
 */
final class CheckCharacter {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** The order of P1 and of P2: a power of either repeats after so many steps. */
    private static final int ORDER_P1 = 3;

    private static final int ORDER_P2 = 8;

    private CheckCharacter() {}

    /** The check character of {@code text}, which holds only 0-9A-Z. */
    static char of(String text) {
        int[] q = {0, 0};
        int[] r = {0, 0};
        for (int k = 1; k <= text.length(); k++) {
            int index = ALPHABET.indexOf(text.charAt(k - 1));
            add(q, p1(new int[] {index / 18, index / 9 % 2}, k), 2);
            add(r, p2(new int[] {index / 3 % 3, index % 3}, k), 3);
        }
        int last = text.length() + 1;
        int[] checkQ = p1(q, Math.floorMod(-last, ORDER_P1));
        int[] checkR =
                p2(new int[] {(3 - r[0]) % 3, (3 - r[1]) % 3}, Math.floorMod(-last, ORDER_P2));
        return ALPHABET.charAt(checkQ[0] * 18 + checkQ[1] * 9 + checkR[0] * 3 + checkR[1]);
    }

    /** row * [[0,1],[1,1]]^power over GF(2). */
    private static int[] p1(int[] row, int power) {
        int[] v = row;
        for (int i = 0; i < power % ORDER_P1; i++) {
            v = new int[] {v[1], (v[0] + v[1]) % 2};
        }
        return v;
    }

    /** row * [[0,1],[1,2]]^power over GF(3). */
    private static int[] p2(int[] row, int power) {
        int[] v = row;
        for (int i = 0; i < power % ORDER_P2; i++) {
            v = new int[] {v[1], (v[0] + 2 * v[1]) % 3};
        }
        return v;
    }

    private static void add(int[] sum, int[] term, int modulus) {
        sum[0] = (sum[0] + term[0]) % modulus;
        sum[1] = (sum[1] + term[1]) % modulus;
    }
}
