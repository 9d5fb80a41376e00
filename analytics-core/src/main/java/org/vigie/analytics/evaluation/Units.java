package org.vigie.analytics.evaluation;

/** Numbers of units, such as sites: from 0, some of them possibly without any case. */
final class Units {

    private Units() {}

    /** One more than the highest number. */
    static int count(int[] unit) {
        int highest = -1;
        for (int one : unit) {
            highest = Math.max(highest, one);
        }
        return highest + 1;
    }

    /** Units that have a case. */
    static int present(boolean[] present) {
        int units = 0;
        for (boolean one : present) {
            units += one ? 1 : 0;
        }
        return units;
    }
}
