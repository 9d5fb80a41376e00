package org.vigie.analytics.numeric;

/**
 * Least squares by Householder reflections, columns kept in their order unless they depend on earlier ones.
 *
 * <pre>
 *   A = Q R,  A of shape [rows x columns], stored column after column in one array
 *   R b = Q'z gives the b that minimises |A b - z|
 * </pre>
 * <p>A column whose part outside the span of the earlier ones is shorter than {@link #PIVOT_TOLERANCE} times the column
 * moves to the end and does not count: limited pivoting as in LINPACK (Dongarra et al. 1979, LINPACK Users' Guide,
 * chapter 9), so that models drop the same terms as R's {@code glm.fit}. Golden file: farrington-flexible.
 */
final class HouseholderDecomposition {

    /** What {@code glm.fit} uses: the smaller of 1e-7 and a thousandth of its epsilon 1e-8. */
    private static final double PIVOT_TOLERANCE = 1e-11;

    private double[] a = new double[0];
    private int rows;
    private int rank;
    private int[] pivot = new int[0];
    private double[] diagonal = new double[0];
    private double[] lengths = new double[0];

    /**
     * Decomposes A in place: R above the diagonal, the reflections on and below it, R's diagonal apart.
     *
     * @param matrix shape [rows x columns], overwritten and kept until the next decomposition
     * @return number of independent columns, which come first
     */
    int decompose(double[] matrix, int rowCount, int columns) {
        a = matrix;
        rows = rowCount;
        prepare(columns);
        rank = columns;
        int step = 0;
        while (step < Math.min(rank, rows)) {
            double length = length(step * rows + step, (step + 1) * rows);
            if (length < lengths[step] * PIVOT_TOLERANCE) {
                moveToEnd(step);
                rank--;
            } else {
                diagonal[step] = reflect(step, length);
                step++;
            }
        }
        rank = Math.min(rank, rows);
        return rank;
    }

    /** Original number of the column that stands at a position. */
    int pivot(int position) {
        return pivot[position];
    }

    /**
     * Coefficients of the least-squares fit to z.
     *
     * @param z shape [rows], overwritten by Q'z
     * @param b shape [columns], receives the coefficients in pivoted order; those beyond the rank are left alone
     */
    void solve(double[] z, double[] b) {
        for (int j = 0; j < rank; j++) {
            applyReflection(j, z, 0);
        }
        for (int j = rank - 1; j >= 0; j--) {
            double sum = z[j];
            for (int k = j + 1; k < rank; k++) {
                sum -= a[k * rows + j] * b[k];
            }
            b[j] = sum / diagonal[j];
        }
    }

    /**
     * Square of |v| where R'v = x: the variance of x'b in units of the error variance, or a leverage if x is a row of A.
     *
     * @param x shape [rank], in pivoted order, overwritten by v
     */
    double squaredLength(double[] x) {
        double total = 0;
        for (int j = 0; j < rank; j++) {
            double sum = x[j];
            for (int k = 0; k < j; k++) {
                sum -= a[j * rows + k] * x[k];
            }
            x[j] = sum / diagonal[j];
            total += x[j] * x[j];
        }
        return total;
    }

    private void prepare(int columns) {
        if (pivot.length != columns) {
            pivot = new int[columns];
            diagonal = new double[columns];
            lengths = new double[columns];
        }
        for (int j = 0; j < columns; j++) {
            pivot[j] = j;
            double length = length(j * rows, (j + 1) * rows);
            lengths[j] = length == 0 ? 1 : length;
        }
    }

    private double reflect(int step, double length) {
        int head = step * rows + step;
        double signed = a[head] < 0 ? -length : length;
        if (signed != 0) {
            for (int i = head; i < (step + 1) * rows; i++) {
                a[i] /= signed;
            }
            a[head] += 1;
            for (int j = step + 1; j < rank; j++) {
                applyReflection(step, a, j * rows);
            }
        }
        return -signed;
    }

    private void applyReflection(int step, double[] target, int start) {
        int head = step * rows + step;
        if (a[head] == 0) {
            return;
        }
        int shift = start - step * rows;
        int end = (step + 1) * rows;
        double dot = 0;
        for (int i = head; i < end; i++) {
            dot += a[i] * target[i + shift];
        }
        double factor = -dot / a[head];
        for (int i = head; i < end; i++) {
            target[i + shift] += factor * a[i];
        }
    }

    private void moveToEnd(int column) {
        int last = pivot.length - 1;
        int movedPivot = pivot[column];
        double movedLength = lengths[column];
        System.arraycopy(pivot, column + 1, pivot, column, last - column);
        System.arraycopy(lengths, column + 1, lengths, column, last - column);
        pivot[last] = movedPivot;
        lengths[last] = movedLength;
        for (int i = 0; i < rows; i++) {
            double moved = a[column * rows + i];
            for (int j = column; j < last; j++) {
                a[j * rows + i] = a[(j + 1) * rows + i];
            }
            a[last * rows + i] = moved;
        }
    }

    private double length(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * a[i];
        }
        return Math.sqrt(sum);
    }
}
