package org.vigie.analytics.baseline;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Where each sum of a portfolio stands in its arrays: origin of the fact, then group, then week.
 *
 * @param groups agencies, sorted, each once
 * @param weeks length of every history, the week judged included
 * @param parts 1 where facts are taken together, 2 where discovered ones are measured against hours of presence
 */
public record PooledLayout(List<String> groups, int weeks, int parts) {

    /** Checks the order of the groups, on which positions rely. */
    public PooledLayout {
        groups = List.copyOf(groups);
        if (!groups.equals(List.copyOf(new TreeSet<>(groups)))) {
            throw new IllegalArgumentException("groups must be sorted, each once");
        }
        if (weeks < 0 || parts < 1 || parts > 2) {
            throw new IllegalArgumentException("weeks must be >= 0 and parts 1 or 2: " + weeks + ", " + parts);
        }
    }

    /** Layout of a portfolio; presence is known when hours are given for at least some sites. */
    public static PooledLayout of(Collection<String> groups, int weeks, boolean presenceKnown) {
        return new PooledLayout(List.copyOf(new TreeSet<>(groups)), weeks, presenceKnown ? 2 : 1);
    }

    /** Position of a group; throws {@link IllegalArgumentException} for one that the portfolio does not have. */
    public int position(String group) {
        int position = Collections.binarySearch(groups, group);
        if (position < 0) {
            throw new IllegalArgumentException("not a group of this portfolio: " + group);
        }
        return position;
    }

    /** Number of group-weeks of all parts. */
    int cells() {
        return parts * groups.size() * weeks;
    }

    /** Position of the first week of a group. */
    int row(int part, int group) {
        return (part * groups.size() + group) * weeks;
    }
}
