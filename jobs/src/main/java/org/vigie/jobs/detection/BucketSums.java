package org.vigie.jobs.detection;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sums over all sites that are the same on any number of cores: a task sums its bucket, the driver adds the buckets in
 * their order. As long as what is summed, however many sites.
 */
public final class BucketSums {

    private static final StructType PARTIAL = new StructType()
            .add("bucket", DataTypes.IntegerType)
            .add("position", DataTypes.IntegerType)
            .add("sums", DataTypes.BinaryType);

    private BucketSums() {}

    /** One pass over the rows of a bucket: arrays of sums, as many and as long in every bucket. */
    public interface PassOverBucket extends Serializable {
        /** Sums over the rows. */
        List<double[]> run(Iterator<Row> rows);
    }

    /**
     * Runs one pass over rows that stand in buckets.
     *
     * @param events rows whose partitions are hash buckets of fixed number and order
     * @return sums of all buckets by position, as {@link #numbers} reads them
     */
    public static byte[][] over(Dataset<Row> events, PassOverBucket pass) {
        MapPartitionsFunction<Row, Row> task = rows -> {
            List<double[]> sums = pass.run(rows);
            List<Row> partial = new ArrayList<>();
            for (int position = 0; position < sums.size(); position++) {
                partial.add(RowFactory.create(TaskContext.getPartitionId(), position, bytes(sums.get(position))));
            }
            return partial.iterator();
        };
        TreeMap<Integer, byte[]> total = new TreeMap<>();
        events.mapPartitions(task, Encoders.row(PARTIAL)).collectAsList().stream()
                .sorted(Comparator.comparingInt((Row row) -> row.getInt(0)))
                .collect(Collectors.groupingBy(row -> row.getInt(1)))
                .forEach((position, rows) -> total.put(
                        position,
                        sum(rows.stream()
                                .map(row -> (byte[]) row.get(2))
                                .map((Function<byte[], double[]>) BucketSums::numbers)
                                .toList())));
        return total.values().toArray(byte[][]::new);
    }

    /** Numbers as they travel in a row. */
    public static byte[] bytes(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Double.BYTES);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    /** What {@link #bytes} gave. */
    public static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
        return numbers;
    }

    /** Adds arrays of equal length in the order given. */
    private static byte[] sum(List<double[]> inOrder) {
        double[] sum = inOrder.get(0).clone();
        for (double[] more : inOrder.subList(1, inOrder.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
        return bytes(sum);
    }
}
