/** The published tables: their names, columns, units and meaning in one place, for those who write and those who read. */
@NullMarked
package org.vigie.dashboards.tables;

import org.jspecify.annotations.NullMarked;
