package org.vigie.jobs.backtest;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.forecast.GammaPoissonForecast;
import org.vigie.analytics.shrinkage.GammaPoissonPrior;

/** The forecast from a site's facts of a year, shrunken towards the portfolio's, for many past weeks at once. */
public final class YearlyRates {

    private static final int WEEKS_AHEAD = 4;
    private static final int YEAR = 52;

    private static final StructType FORECASTS = new StructType()
            .add("site_id", DataTypes.StringType)
            .add("week", DataTypes.DateType)
            .add("probability", DataTypes.DoubleType)
            .add("low", DataTypes.DoubleType)
            .add("high", DataTypes.DoubleType);

    private YearlyRates() {}

    /** Forecasts of every row of {@link org.vigie.jobs.detection.CompareWeeks#COMPARED}. */
    public static Dataset<Row> forecasts(Dataset<Row> compared) {
        HashMap<LocalDate, GammaPoissonPrior> priors = new HashMap<>(priors(compared));
        MapFunction<Row, Row> forecast = row -> {
            double dwellings = Math.max(1, row.<Double>getAs("dwellings"));
            GammaPoissonForecast.Chance chance = GammaPoissonForecast.atLeastOne(
                    java.util.Objects.requireNonNull(priors.get(row.<LocalDate>getAs("week"))),
                    row.<Integer>getAs("escalations_year"),
                    dwellings * YEAR,
                    dwellings * WEEKS_AHEAD);
            return RowFactory.create(
                    row.getAs("site_id"), row.getAs("week"), chance.value(), chance.low(), chance.high());
        };
        return compared.map(forecast, Encoders.row(FORECASTS));
    }

    private static Map<LocalDate, GammaPoissonPrior> priors(Dataset<Row> compared) {
        Map<LocalDate, GammaPoissonPrior.Sums> sums = new HashMap<>();
        for (Row row : compared.groupBy("week", "escalations_year", "dwellings")
                .count()
                .orderBy(col("week"), col("escalations_year"), col("dwellings"))
                .collectAsList()) {
            long exposure = Math.round(Math.max(1, row.getDouble(2))) * YEAR;
            sums.computeIfAbsent(row.getAs(0), week -> new GammaPoissonPrior.Sums())
                    .addAlike(row.getLong(3), row.getInt(1), exposure);
        }
        Map<LocalDate, GammaPoissonPrior> priors = new HashMap<>();
        sums.forEach((week, of) -> priors.put(week, GammaPoissonPrior.fit(of)));
        return priors;
    }
}
