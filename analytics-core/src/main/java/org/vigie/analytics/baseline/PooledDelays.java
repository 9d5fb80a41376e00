package org.vigie.analytics.baseline;

/**
 * How late the facts of each group became known, as known in the week judged: what {@link ReportingDelay} learns from.
 *
 * <p>For each part and group, and a delay of d weeks between the week of a fact and the week in which it became known:
 * <pre>
 *   became(d) = facts that became known d weeks late
 *   known(d)  = facts known at most d weeks late, of the weeks that are at least d weeks old
 * </pre>
 * <p>Weeks older than a year before are left out, and so is what came later than {@value #MOST_WEEKS} weeks. A fact that
 * is taken back counts negative. A sum over sites that can be taken in pieces; its size depends on groups alone.
 */
public final class PooledDelays {

    /** Longest delay that is looked for: shorter than the guard weeks, so that baselines rest on complete weeks. */
    public static final int MOST_WEEKS = 8;

    private static final int LEARNED_WEEKS = 52;
    private static final int STRIDE = 2 * (MOST_WEEKS + 1);

    private final PooledLayout layout;
    private final double[] sums;

    /** The sum over no site. */
    public PooledDelays(PooledLayout layout) {
        this.layout = layout;
        this.sums = new double[layout.parts() * layout.groups().size() * STRIDE];
    }

    /**
     * Adds facts of one week of one site.
     *
     * @param group position of the site's group
     * @param discovered whether staff discovered them; told apart only where the layout has two parts
     * @param age weeks from the week of the facts to the week judged, 0 or more
     * @param delay weeks from the week of the facts to the one in which they became known
     * @param facts how many; negative where they were taken back
     */
    public void add(int group, boolean discovered, int age, int delay, double facts) {
        if (delay < 0 || delay > Math.min(age, MOST_WEEKS) || age > LEARNED_WEEKS + MOST_WEEKS) {
            return;
        }
        int row = row(discovered && layout.parts() == 2 ? 1 : 0, group);
        sums[row + delay] += facts;
        for (int late = delay; late <= Math.min(age, MOST_WEEKS); late++) {
            sums[row + MOST_WEEKS + 1 + late] += facts;
        }
    }

    /** Adds the sums that {@link #toArray} of a state of the same layout wrote. */
    public PooledDelays merge(double[] others) {
        PooledSums.addInto(sums, others);
        return this;
    }

    /** All sums, for transport. */
    public double[] toArray() {
        return sums.clone();
    }

    PooledLayout layout() {
        return layout;
    }

    double became(int part, int group, int delay) {
        return sums[row(part, group) + delay];
    }

    double known(int part, int group, int delay) {
        return sums[row(part, group) + MOST_WEEKS + 1 + delay];
    }

    private int row(int part, int group) {
        return (part * layout.groups().size() + group) * STRIDE;
    }
}
