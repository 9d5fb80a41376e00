/**
 * Prints what happened as a French housing system would export it: semicolons, CRLF, decimal commas, three encodings, files
 * by year, changing header names, corrections, and the slips that real files hold. {@link
 * org.vigie.sample.exports.Slips} lists the planted ones.
 */
@NullMarked
package org.vigie.sample.exports;

import org.jspecify.annotations.NullMarked;
