/**
 * What happened and was written down: each fact with its place, kind, day, channel and the moment it was recorded. Late
 * recording, batch entry and missing reports are decided here; how a housing system prints it is not.
 */
@NullMarked
package org.vigie.sample.facts;

import org.jspecify.annotations.NullMarked;
