package org.vigie.analytics.prospective;

/**
 * Law of the pooled score on quiet weeks: -log10 of the share of weeks that reach each level, in units of 1/500, shape
 * [share of wild weeks][dispersion][mean][level] in the order of {@link PooledNullKernel}.
 *
 * <p>The rows stand in the classes {@code PooledNullRows*} as {@code PooledNullSimulation} of the tests writes them but
 * for rounding, two digits a value to the base 64. To be made again whenever the evidence changes. How the blocks differ:
 * METHODS.md, choices on wild weeks.
 */
final class PooledNullTable {

    static final double UNIT = 500;
    static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-";

    static final short[][][][] VALUES = {
        unpacked(PooledNullRows1.PACKED),
        unpacked(PooledNullRows10.PACKED),
        unpacked(PooledNullRows30.PACKED),
        unpacked(PooledNullRows100.PACKED)
    };

    private PooledNullTable() {}

    private static short[][][] unpacked(String[][] packed) {
        short[][][] planes = new short[packed.length][][];
        for (int plane = 0; plane < packed.length; plane++) {
            planes[plane] = new short[packed[plane].length][];
            for (int row = 0; row < packed[plane].length; row++) {
                planes[plane][row] = unpacked(packed[plane][row]);
            }
        }
        return planes;
    }

    private static short[] unpacked(String row) {
        short[] values = new short[row.length() / 2];
        for (int level = 0; level < values.length; level++) {
            int high = DIGITS.indexOf(row.charAt(2 * level));
            values[level] = (short) (high * DIGITS.length() + DIGITS.indexOf(row.charAt(2 * level + 1)));
        }
        return values;
    }
}
