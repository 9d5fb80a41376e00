/** Reads one export as the landlord wrote it: encoding, separator, header names, line numbers. Knows its quirks, types nothing. */
@NullMarked
package org.vigie.jobs.feeds;

import org.jspecify.annotations.NullMarked;
