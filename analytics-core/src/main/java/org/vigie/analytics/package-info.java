/**
 * Pure statistics of prospective surveillance: arrays and values in, values out.
 *
 * <p>Nothing here reads a file, asks for the time, logs, or knows a dataset of a landlord. Packages build on each other in
 * this order: {@code numeric}, {@code calendar}, then {@code series}, {@code baseline}, then the detectors.
 */
@NullMarked
package org.vigie.analytics;

import org.jspecify.annotations.NullMarked;
