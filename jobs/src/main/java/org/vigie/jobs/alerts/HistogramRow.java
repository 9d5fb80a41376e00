package org.vigie.jobs.alerts;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.multiplicity.PValueHistogram;

/** A histogram of p-values on its way from a task to the driver: its size does not depend on the number of sites. */
final class HistogramRow {

    static final StructType SCHEMA = new StructType()
            .add("as_of", DataTypes.DateType)
            .add("counts", DataTypes.createArrayType(DataTypes.LongType));

    private HistogramRow() {}

    static PValueHistogram histogram(Row row) {
        List<Long> counts = row.getList(1);
        return PValueHistogram.of(counts.stream().mapToLong(Long::longValue).toArray());
    }
}
