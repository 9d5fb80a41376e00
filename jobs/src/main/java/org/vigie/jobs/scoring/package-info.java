/** Verdicts, works, turnover and presence put together: one tension score per site with its parts, and the forecast. */
@NullMarked
package org.vigie.jobs.scoring;

import org.jspecify.annotations.NullMarked;
