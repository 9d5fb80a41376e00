/**
 * Signals of several feeds put together into one tension score per site and week, 0 to 100, made of parts that add up to
 * it. The score says how tense a site is; how likely an escalation is stands beside it, in {@code forecast}.
 */
@NullMarked
package org.vigie.analytics.tension;

import org.jspecify.annotations.NullMarked;
