package org.vigie.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.sample.events.Tension;

/**
 * How well scores of site-weeks find planted tensions, by the definitions of the shared benchmark (its METRICS file): one
 * threshold for all sites; a week is clean when no tension runs at the site, nor ended in the 14 weeks before.
 */
final class AlarmScore {

    private static final int LINGERING_WEEKS = 14;
    private static final int CALM_WEEKS = 4;
    private static final double TIE = 1e-9;

    private final int firstWeek;
    private final int weeks;
    private final List<Site> sites = new ArrayList<>();
    private int cleanWeeks;

    /** Scores of these weeks, numbered as the tensions are. */
    AlarmScore(int firstWeek, int weeks) {
        this.firstWeek = firstWeek;
        this.weeks = weeks;
    }

    private record Site(List<Double> scores, List<Boolean> alarms, List<Boolean> clean, List<Tension> tensions) {}

    /** Adds a site: scores, larger for more suspicious, and the detector's own alarms, one a week. */
    void add(SimulatedSite site, List<Double> scores, List<Boolean> alarms) {
        List<Double> apart = new ArrayList<>();
        List<Boolean> clean = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            int number = firstWeek + week;
            // ties are broken by chance that knows neither score nor truth
            int hash = (site.code() + "|" + number).hashCode() * 0x9E3779B1;
            apart.add(scores.get(week) + TIE * (hash >>> 8) / (1 << 24));
            clean.add(site.tensions().stream()
                    .noneMatch(tension ->
                            tension.firstWeek() <= number && number <= tension.lastWeek() + LINGERING_WEEKS));
            cleanWeeks += clean.get(week) ? 1 : 0;
        }
        List<Tension> inside = site.tensions().stream()
                .filter(tension -> tension.firstWeek() >= firstWeek && tension.lastWeek() < firstWeek + weeks)
                .toList();
        sites.add(new Site(apart, alarms, clean, inside));
    }

    /** Tensions that start and end in these weeks. */
    int tensions() {
        return sites.stream().mapToInt(site -> site.tensions().size()).sum();
    }

    /** Share of clean weeks with one of the detector's own alarms. */
    double nativeRate() {
        int alarms = 0;
        for (Site site : sites) {
            for (int week = 0; week < weeks; week++) {
                alarms += site.clean().get(week) && site.alarms().get(week) ? 1 : 0;
            }
        }
        return alarms / (double) cleanWeeks;
    }

    /** Share of tensions found within so many weeks at the threshold that this share of clean weeks exceeds. */
    double found(double falsePositiveRate, int withinWeeks) {
        List<Double> quiet = new ArrayList<>();
        for (Site site : sites) {
            for (int week = 0; week < weeks; week++) {
                if (site.clean().get(week)) {
                    quiet.add(site.scores().get(week));
                }
            }
        }
        quiet.sort(Comparator.reverseOrder());
        double threshold = quiet.get((int) Math.floor(falsePositiveRate * quiet.size()));
        return found(threshold, withinWeeks, 0);
    }

    /** Share of tensions in which an episode starts, at the loosest threshold with so many false episodes a clean week. */
    double foundByEpisodes(double falseEpisodes) {
        List<Double> all = new ArrayList<>();
        sites.forEach(site -> all.addAll(site.scores()));
        all.sort(Comparator.reverseOrder());
        int low = 0;
        int high = (int) (all.size() * .35);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (episodeRate(all.get(middle)) <= falseEpisodes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return found(all.get(low), weeks, CALM_WEEKS);
    }

    private double episodeRate(double threshold) {
        int episodes = 0;
        int alarms = 0;
        for (Site site : sites) {
            for (int week = 0; week < weeks; week++) {
                if (site.clean().get(week) && site.scores().get(week) > threshold) {
                    alarms++;
                    episodes += starts(site, week, threshold, CALM_WEEKS) ? 1 : 0;
                }
            }
        }
        return Math.max(episodes, alarms / 2.0) / cleanWeeks;
    }

    private double found(double threshold, int withinWeeks, int calmWeeks) {
        int found = 0;
        for (Site site : sites) {
            for (Tension tension : site.tensions()) {
                int onset = tension.firstWeek() - firstWeek;
                int end = Math.min(tension.lastWeek() - firstWeek, onset + withinWeeks - 1);
                boolean hit = false;
                for (int week = onset; week <= end; week++) {
                    hit |= starts(site, week, threshold, calmWeeks);
                }
                found += hit ? 1 : 0;
            }
        }
        return found / (double) tensions();
    }

    private static boolean starts(Site site, int week, double threshold, int calmWeeks) {
        boolean calm = true;
        for (int before = Math.max(0, week - calmWeeks); before < week; before++) {
            calm &= site.scores().get(before) <= threshold;
        }
        return calm && site.scores().get(week) > threshold;
    }
}
