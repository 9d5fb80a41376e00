/**
 * One run: the stages from left to right for one week, under a lock, complete or nothing. The command line and the
 * schedule both start it; neither knows the stages.
 */
@NullMarked
package org.vigie.jobs.run;

import org.jspecify.annotations.NullMarked;
