package org.vigie.analytics.spacetime;

/**
 * Expected counts of all sites, each borrowing from the others, for windows of weeks in the present or in the past.
 *
 * <pre>
 *   b_it = s_i F_t                     F_t facts of all sites in week t over their weekly mean
 *   s_i = (a + n_i) / (a / p_i + sum F)   n_i own facts of the history; p_i prior rate: that of the neighbourhood
 *                                      per dwelling, itself held to the city's by 20 facts; a by moments over sites
 *   1/k  = (sum (y - b)^2 - b) / sum b^2 - sigma^2
 *   sigma^2 = (sum_g (Y - B)^2 - sum_i (y - b)^2) / (sum_g B^2 - sum_i b^2)     over neighbourhood-weeks g
 * </pre>
 *
 * <p>The history ends before the newest window. A window inside the history is judged by rates learned without it, so
 * that scans of past weeks meet the same surprise as today's.
 *
 * <p>Source: gamma-Poisson shrinkage after Marshall (1991), Applied Statistics 40(2), 283-294; moments after Breslow
 * (1984), Applied Statistics 33(1), 38-44.
 */
final class ScanBaseline implements ExpectedCounts {

    /** Facts that a neighbourhood's rate borrows from the city's. */
    private static final double BORROWED_FACTS = 20;

    private static final double LEAST_SPREAD = 0.02;
    private static final double LEAST_COURSE = 0.01;

    private final SiteWeekCounts counts;
    private final int historyWeeks;
    private final double[] course;
    private final double[] facts;
    private final double[] priorRate;
    private double courseSum;
    private double priorShape;
    private double countDispersion;
    private double shockVariance;

    private ScanBaseline(SiteWeekCounts counts, int historyWeeks) {
        this.counts = counts;
        this.historyWeeks = historyWeeks;
        course = new double[counts.weeks()];
        facts = new double[counts.sites()];
        priorRate = new double[counts.sites()];
    }

    /** Learns from the first weeks; the course of the weeks after them comes from those weeks' own totals. */
    static ScanBaseline learn(SiteWeekCounts counts, int historyWeeks) {
        ScanBaseline baseline = new ScanBaseline(counts, historyWeeks);
        baseline.learnCourse();
        baseline.learnRates();
        ScanMoments moments = new ScanMoments(counts);
        for (int site = 0; site < counts.sites(); site++) {
            double rate = baseline.rate(baseline.facts[site], baseline.courseSum, site);
            for (int week = 0; week < historyWeeks; week++) {
                double share = baseline.course[week] / baseline.courseSum;
                moments.add(site, week, rate * baseline.course[week], 1 - share);
            }
        }
        baseline.shockVariance = moments.shockVariance();
        baseline.countDispersion = moments.countDispersion();
        return baseline;
    }

    @Override
    public int historyWeeks() {
        return historyWeeks;
    }

    @Override
    public ExpectedWeeks window(int last, int weeks) {
        boolean inHistory = last < historyWeeks;
        double courseWithout = courseSum;
        for (int back = 0; inHistory && back < weeks; back++) {
            courseWithout -= course[last - back];
        }
        double[] mean = new double[counts.sites() * weeks];
        double[] variance = new double[counts.sites()];
        for (int site = 0; site < counts.sites(); site++) {
            double without = facts[site];
            for (int back = 0; inHistory && back < weeks; back++) {
                without -= counts.count(site, last - back);
            }
            double rate = rate(without, courseWithout, site);
            variance[site] = (1 + countDispersion * rate) / (priorShape + without);
            for (int back = 0; back < weeks; back++) {
                mean[site * weeks + back] = rate * course[last - back];
            }
        }
        return new ExpectedWeeks(mean, variance, countDispersion, shockVariance);
    }

    private double rate(double siteFacts, double weeks, int site) {
        return (priorShape + siteFacts) / (priorShape / priorRate[site] + weeks);
    }

    private void learnCourse() {
        double total = 0;
        for (int week = 0; week < course.length; week++) {
            for (int site = 0; site < counts.sites(); site++) {
                course[week] += counts.count(site, week);
            }
            total += week < historyWeeks ? course[week] : 0;
        }
        double mean = Math.max(total, 1) / historyWeeks;
        for (int week = 0; week < course.length; week++) {
            course[week] = Math.max(course[week] / mean, LEAST_COURSE);
            courseSum += week < historyWeeks ? course[week] : 0;
        }
    }

    private void learnRates() {
        double[] areaFacts = new double[counts.neighbourhoodCount()];
        double[] areaDwellings = new double[areaFacts.length];
        double cityFacts = 0;
        double cityDwellings = 0;
        for (int site = 0; site < counts.sites(); site++) {
            for (int week = 0; week < historyWeeks; week++) {
                facts[site] += counts.count(site, week);
            }
            areaFacts[counts.neighbourhood(site)] += facts[site];
            areaDwellings[counts.neighbourhood(site)] += counts.dwellings(site);
            cityFacts += facts[site];
            cityDwellings += counts.dwellings(site);
        }
        double cityRate = Math.max(cityFacts, 1) / cityDwellings / courseSum;
        double excess = 0;
        double squares = 0;
        for (int site = 0; site < counts.sites(); site++) {
            int area = counts.neighbourhood(site);
            double areaExpected = areaDwellings[area] * courseSum * cityRate;
            double areaRate = cityRate * (areaFacts[area] + BORROWED_FACTS) / (areaExpected + BORROWED_FACTS);
            priorRate[site] = areaRate * counts.dwellings(site);
            double expected = priorRate[site] * courseSum;
            excess += (facts[site] - expected) * (facts[site] - expected) - expected;
            squares += expected * expected;
        }
        priorShape = 1 / Math.max(LEAST_SPREAD, excess / squares);
    }
}
