package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vigie.analytics.spacetime.EvidenceHotspot.Member;

/**
 * Which sites the evidence of a scan speaks for, one hotspot after the other.
 *
 * <pre>
 *   posterior_i = sum over windows W with i and factors q of L_W(q) m_i(q, d) / sum of L_W(q)
 *   m_i(q, d) = 1 / (1 + (1 - pi) / pi / L_i(q, d))      pi = 3/4
 * </pre>
 * L_W of {@link EvidenceKernel}, L_i the same ratio of the site alone over the d weeks of the window: a site within a
 * window that did not rise itself is not named with it. A further hotspot rests on windows without any site of the
 * former ones.
 */
final class HotspotMembers {

    private static final double PRIOR_ODDS_AGAINST = 1.0 / 3;
    private static final int FACTORS = RiseLikelihood.FACTORS.length;

    private final EvidenceKernel kernel;
    private final ExpectedWeeks expected;
    private final int[] counts;
    private final boolean[] named;
    private final double[] posterior;
    private final double[] byDuration;
    private final double[] ownShare;
    private double sum;
    private int strongest;
    private double strongestLikelihood;

    /** After a scan of the counts. */
    HotspotMembers(EvidenceKernel kernel, ExpectedWeeks expected, int[] counts) {
        this.kernel = kernel;
        this.expected = expected;
        this.counts = counts;
        named = new boolean[expected.sites];
        posterior = new double[expected.sites];
        byDuration = new double[expected.weeks];
        ownShare = new double[expected.mean.length * FACTORS];
        Arrays.fill(ownShare, Double.NaN);
    }

    /** Weighs the windows without a site named before; false if none stands out. */
    boolean weighRest() {
        Arrays.fill(posterior, 0);
        Arrays.fill(byDuration, 0);
        sum = 0;
        strongestLikelihood = 0;
        for (int index = 0; index < kernel.standing(); index++) {
            int window = kernel.standingWindow(index);
            if (isFresh(window)) {
                weigh(index, window);
            }
        }
        return sum > 0;
    }

    /** Evidence of the windows just weighed. */
    double evidence() {
        return sum / FACTORS / kernel.windows();
    }

    /** The hotspot that the windows just weighed speak for. */
    EvidenceHotspot hotspot(double memberPosterior, double pValue, int lastWeek) {
        int weeks = likeliestWeeks();
        List<Member> members = new ArrayList<>();
        int surest = 0;
        for (int site = 0; site < posterior.length; site++) {
            surest = posterior[site] > posterior[surest] ? site : surest;
            if (posterior[site] >= memberPosterior * sum) {
                members.add(member(site, weeks));
            }
        }
        if (members.isEmpty()) {
            members.add(member(surest, weeks));
        }
        members.sort(Comparator.comparingDouble(Member::posterior).reversed());
        members.forEach(member -> named[member.site()] = true);
        return new EvidenceHotspot(
                members,
                lastWeek - weeks + 1,
                lastWeek,
                members.stream().mapToLong(Member::observed).sum(),
                members.stream().mapToDouble(Member::expected).sum(),
                kernel.greatestLogLikelihood(strongest, score(strongest)),
                pValue);
    }

    private boolean isFresh(int window) {
        for (int rank = 0; rank <= kernel.lastRank(window); rank++) {
            if (named[kernel.member(window, rank)]) {
                return false;
            }
        }
        return true;
    }

    private void weigh(int index, int window) {
        double whole = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            double likelihood = kernel.standingLikelihood(index, factor);
            whole += likelihood;
            for (int rank = 0; rank <= kernel.lastRank(window); rank++) {
                int site = kernel.member(window, rank);
                posterior[site] += likelihood * ownShare(site, kernel.lastWeek(window), factor);
            }
        }
        sum += whole;
        byDuration[kernel.lastWeek(window)] += whole;
        if (whole > strongestLikelihood) {
            strongestLikelihood = whole;
            strongest = window;
        }
    }

    private double ownShare(int site, int lastWeek, int factor) {
        int index = (site * expected.weeks + lastWeek) * FACTORS + factor;
        if (Double.isNaN(ownShare[index])) {
            ownShare[index] = 1 / (1 + PRIOR_ODDS_AGAINST * Math.exp(-ownLogLikelihood(site, lastWeek, factor)));
        }
        return ownShare[index];
    }

    private double ownLogLikelihood(int site, int lastWeek, int factor) {
        double b = 0;
        for (int back = 0; back <= lastWeek; back++) {
            b += expected.mean[site * expected.weeks + back];
        }
        double perWeek = (expected.countDispersion + expected.shockVariance) / (lastWeek + 1);
        double r = 1 / Math.max(perWeek + expected.rateVariance[site], 1e-9);
        double weight = 1 + expected.countDispersion * b / (lastWeek + 1);
        double count = Math.max(0, b + kernel.siteScore(site, lastWeek) * weight);
        return RiseLikelihood.log(count, r, factor, RiseLikelihood.logRatio(b, r, factor));
    }

    private int likeliestWeeks() {
        int best = 0;
        for (int back = 1; back < byDuration.length; back++) {
            best = byDuration[back] > byDuration[best] ? back : best;
        }
        return best + 1;
    }

    private Member member(int site, int weeks) {
        long observed = 0;
        double mean = 0;
        for (int back = 0; back < weeks; back++) {
            observed += counts[site * expected.weeks + back];
            mean += expected.mean[site * expected.weeks + back];
        }
        return new Member(site, observed, mean, posterior[site] / sum);
    }

    private double score(int window) {
        double score = 0;
        for (int rank = 0; rank <= kernel.lastRank(window); rank++) {
            score += kernel.siteScore(kernel.member(window, rank), kernel.lastWeek(window));
        }
        return score;
    }
}
