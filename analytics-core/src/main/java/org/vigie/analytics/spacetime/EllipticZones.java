package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ellipses around each site, of several shapes and angles, that hold at most a share of the population.
 *
 * <pre>
 *   u = (x cos t + y sin t) / s      v = y cos t - x sin t      s shape: major over minor axis, t angle of the major axis
 *   semi-minor axis of the ellipse through a site = its distance from the centre in (u, v)
 *   penalty = (4 s / (s + 1)^2)^a    a = 1/2: an ellipse must be the better than a circle the longer it is
 * </pre>
 *
 * <p>A series for each shape, angle and site: an ellipse is a circle in (u, v). Source: Kulldorff, Huang, Pickle, Duczmal
 * 2006, Statistics in Medicine 25, 3929-3943, section 2. Reference: elliptic.test of the R package smerc.
 */
public final class EllipticZones extends NestedZones {

    private static final double PENALTY = .5;

    private final List<Form> forms;
    private final int sites;

    private EllipticZones(int[][] order, List<Form> forms) {
        super(order);
        this.forms = forms;
        sites = order.length / forms.size();
    }

    /**
     * A form of ellipses.
     *
     * @param shape major over minor axis, 1 or more
     * @param angle of the major axis, degrees from the x axis towards the y axis
     */
    public record Form(double shape, double angle) {

        /** Checks the shape. */
        public Form {
            if (!(shape >= 1)) {
                throw new IllegalArgumentException("shape must be >= 1: " + shape);
            }
        }

        /** The forms of SaTScan: shapes 1, 1.5, 2, 3, 4, 5 in 1, 4, 6, 9, 12, 15 evenly spread angles from 90 degrees. */
        public static List<Form> standard() {
            double[] shapes = {1, 1.5, 2, 3, 4, 5};
            int[] angles = {1, 4, 6, 9, 12, 15};
            List<Form> forms = new ArrayList<>();
            for (int i = 0; i < shapes.length; i++) {
                for (int k = 0; k < angles[i]; k++) {
                    forms.add(new Form(shapes[i], 90 + 180.0 * k / angles[i]));
                }
            }
            return forms;
        }

        private double[] along(double[] x, double[] y) {
            double cosine = Math.cos(Math.toRadians(angle));
            double sine = Math.sin(Math.toRadians(angle));
            double[] along = new double[x.length];
            Arrays.setAll(along, i -> (x[i] * cosine + y[i] * sine) / shape);
            return along;
        }

        private double[] across(double[] x, double[] y) {
            double cosine = Math.cos(Math.toRadians(angle));
            double sine = Math.sin(Math.toRadians(angle));
            double[] across = new double[x.length];
            Arrays.setAll(across, i -> y[i] * cosine - x[i] * sine);
            return across;
        }
    }

    /**
     * Draws the ellipses.
     *
     * @param places x and y in any unit of length, shape [2][sites]
     * @param population shape [sites]
     * @param share of the population that a zone may hold at most, such as .5
     * @param forms of the ellipses
     */
    public static EllipticZones around(double[][] places, double[] population, double share, List<Form> forms) {
        int[][] order = forms.stream()
                .flatMap(form -> Arrays.stream(NestedZones.nearest(
                        form.along(places[0], places[1]), form.across(places[0], places[1]), population, share)))
                .toArray(int[][]::new);
        return new EllipticZones(order, List.copyOf(forms));
    }

    /** Form of the ellipses of a series. */
    public Form form(int series) {
        return forms.get(series / sites);
    }

    @Override
    double penalty(int series) {
        double shape = form(series).shape();
        return Math.pow(4 * shape / ((shape + 1) * (shape + 1)), PENALTY);
    }
}
