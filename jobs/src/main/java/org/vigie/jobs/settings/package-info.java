/** The settings of a workspace, read from {@code vigie.yaml} and checked before anything runs. */
@NullMarked
package org.vigie.jobs.settings;

import org.jspecify.annotations.NullMarked;
