/** The only reader and writer of Parquet: immutable batches, numbered manifests, published files. */
@NullMarked
package org.vigie.jobs.lake;

import org.jspecify.annotations.NullMarked;
