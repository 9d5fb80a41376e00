/**
 * What people read: the published tables are declared here, read with Tablesaw and rendered as pages, lists and exports.
 *
 * <p>Nothing is computed here that could not be read off a published table with a ruler: no statistics, no Spark.
 */
@NullMarked
package org.vigie.dashboards;

import org.jspecify.annotations.NullMarked;
