/** Time as surveillance counts it: ISO 8601 weeks, Monday to Sunday, in years of 52 or 53 weeks. */
@NullMarked
package org.vigie.analytics.calendar;

import org.jspecify.annotations.NullMarked;
