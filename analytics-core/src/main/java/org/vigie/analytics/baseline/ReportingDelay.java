package org.vigie.analytics.baseline;

import java.util.Arrays;

/**
 * Share of the facts of a week that is known some weeks later, by part and group; 1 from
 * {@link PooledDelays#MOST_WEEKS} weeks on.
 *
 * <p>Facts that will still come cannot be counted, so delays are looked at backwards in time: of what is known at most d
 * weeks late, the part that came exactly d weeks late estimates the reverse-time hazard g(d) without bias.
 * <pre>
 *   g(d) = (became(d) + k g'(d)) / (known(d) + k),   share(d) = product over j = d+1..D of 1 - g(j)
 *   var(log share(d)) = sum over j = d+1..D of g(j) / ((known(j) + k) (1 - g(j)))
 * </pre>
 * <p>g' is the hazard of the whole portfolio, itself shrunk to that of all facts together, and at last to no delay.
 * Sources: Kalbfleisch and Lawless (1989), Journal of the American Statistical Association 84(406) (reverse-time
 * hazards); Lawless (1994), Canadian Journal of Statistics 22(1); Hoehle and an der Heiden (2014), Biometrics 70(4)
 * (nowcasting counts with them); Noufaily et al. (2016), Statistics in Medicine 35 (delays in outbreak detection). The
 * shrinkage and its strength are ours.
 */
public final class ReportingDelay {

    private static final int DELAYS = PooledDelays.MOST_WEEKS + 1;
    /** Facts by which a group is held to its portfolio, and a kind of fact to all kinds. */
    private static final double PRIOR_FACTS = 30;
    /** Facts by which a portfolio is held to no delay. */
    private static final double FIRST_FACTS = 2;
    /** A hazard below 0: more facts were taken back than came, so that more is known now than will stand. */
    private static final double LOWEST_HAZARD = -1;

    private static final double HIGHEST_HAZARD = .97;

    private final PooledLayout layout;
    /** Hazards of the portfolio, shape [parts][delays]. */
    private final double[][] hazards;
    /** Shape [parts][groups][delays]. */
    private final double[] shares;

    private final double[] variances;

    private ReportingDelay(PooledLayout layout) {
        this.layout = layout;
        hazards = new double[layout.parts()][DELAYS];
        shares = new double[layout.parts() * layout.groups().size() * DELAYS];
        variances = new double[shares.length];
        Arrays.fill(shares, 1);
    }

    /** Everything is known in the week in which it happens. */
    public static ReportingDelay none(PooledLayout layout) {
        return new ReportingDelay(layout);
    }

    /** What the facts of all kinds say. */
    public static ReportingDelay of(PooledDelays delays) {
        return new ReportingDelay(delays.layout()).learn(delays, new double[2][DELAYS], FIRST_FACTS);
    }

    /** What the facts of one kind say, held to what those of all kinds say. */
    public static ReportingDelay of(PooledDelays delays, ReportingDelay ofAllFacts) {
        return new ReportingDelay(delays.layout()).learn(delays, ofAllFacts.hazards, PRIOR_FACTS);
    }

    private ReportingDelay learn(PooledDelays delays, double[][] prior, double priorFacts) {
        for (int part = 0; part < layout.parts(); part++) {
            double[] became = new double[DELAYS];
            double[] known = new double[DELAYS];
            for (int group = 0; group < layout.groups().size(); group++) {
                for (int delay = 1; delay < DELAYS; delay++) {
                    became[delay] += delays.became(part, group, delay);
                    known[delay] += delays.known(part, group, delay);
                }
            }
            for (int delay = 1; delay < DELAYS; delay++) {
                hazards[part][delay] = hazard(became[delay], known[delay], prior[part][delay], priorFacts);
            }
            for (int group = 0; group < layout.groups().size(); group++) {
                learnGroup(delays, part, group);
            }
        }
        return this;
    }

    private void learnGroup(PooledDelays delays, int part, int group) {
        double share = 1;
        double variance = 0;
        for (int delay = DELAYS - 1; delay > 0; delay--) {
            double known = Math.max(0, delays.known(part, group, delay));
            double hazard = hazard(delays.became(part, group, delay), known, hazards[part][delay], PRIOR_FACTS);
            share *= 1 - hazard;
            variance += Math.max(0, hazard) / (known + PRIOR_FACTS) / (1 - hazard);
            shares[position(part, group) + delay - 1] = share;
            variances[position(part, group) + delay - 1] = variance;
        }
    }

    private static double hazard(double became, double known, double prior, double priorFacts) {
        double hazard = (became + priorFacts * prior) / (Math.max(0, known) + priorFacts);
        return Math.min(HIGHEST_HAZARD, Math.max(LOWEST_HAZARD, hazard));
    }

    /**
     * Share of a week's facts known so far.
     *
     * @param part 0 for reported facts, or all where the layout does not tell them apart; 1 for discovered ones
     * @param group position of the group
     * @param weeksAgo weeks from that week to the one judged, 0 or more
     */
    public double share(int part, int group, int weeksAgo) {
        return weeksAgo < DELAYS ? shares[position(part, group) + weeksAgo] : 1;
    }

    /** Variance of the share, relative to its square. */
    double variance(int part, int group, int weeksAgo) {
        return weeksAgo < DELAYS ? variances[position(part, group) + weeksAgo] : 0;
    }

    private int position(int part, int group) {
        return (part * layout.groups().size() + group) * DELAYS;
    }
}
