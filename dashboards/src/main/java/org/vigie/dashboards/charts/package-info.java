/**
 * Drawings in SVG, written on the server: a page needs no chart library and opens from a mail attachment.
 *
 * <p>{@link org.vigie.dashboards.charts.Svg} writes elements and escapes every text; {@link
 * org.vigie.dashboards.charts.Scale} turns values into positions; {@link org.vigie.dashboards.charts.Marks} are the
 * bars, bands and lines. Each chart is one class that takes plain values, draws with classes of the stylesheet (colours
 * live there) and starts with a title and a description for those who do not see it. In a series NaN means absent: a
 * gap, never a zero.
 */
@NullMarked
package org.vigie.dashboards.charts;

import org.jspecify.annotations.NullMarked;
