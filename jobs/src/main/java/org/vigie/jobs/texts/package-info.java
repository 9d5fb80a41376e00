/** Sentences that people read, in French and English, from one bundle each. */
@NullMarked
package org.vigie.jobs.texts;

import org.jspecify.annotations.NullMarked;
