/**
 * Runs the statistics of analytics-core over site-weeks and writes what they say of each site, "not assessed" included.
 *
 * <p>A site is judged for the published week and for the weeks before it that its episodes need, each time with nothing
 * but what was known at the end of the week judged. Histories stay where the data is: what the portfolio shares is a sum
 * over sites, taken in a fixed number of hash buckets and combined in bucket order, so that the figures do not depend on
 * how many machines took part.
 */
@NullMarked
package org.vigie.jobs.detection;

import org.jspecify.annotations.NullMarked;
