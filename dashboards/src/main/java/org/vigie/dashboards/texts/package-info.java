/**
 * Every word that a page says, in French and in English: one bundle of ICU messages each, with the same keys.
 *
 * <p>Say {@code texts.say("week.title", "week", …)}; a number, a date or a week goes through {@link
 * org.vigie.dashboards.texts.Formats} first, so that a message holds words only. French spacing is put in here, once:
 * bundles are typed with plain spaces.
 */
@NullMarked
package org.vigie.dashboards.texts;

import org.jspecify.annotations.NullMarked;
