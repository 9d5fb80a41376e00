package org.vigie.sample.places;

/**
 * From Lambert 93 (EPSG:2154) metres to degrees on GRS 80: the inverse of the Lambert conformal conic projection with the
 * standard parallels 44° and 49° (IGN, note technique NT/G 71).
 */
public final class Lambert93 {

    /**
     * A point in degrees.
     *
     * @param longitude east of Greenwich
     * @param latitude north of the equator
     */
    public record Degrees(double longitude, double latitude) {}

    private static final double ECCENTRICITY = 0.08181919106;
    private static final double EXPONENT = 0.7256077650532670;
    private static final double CONSTANT = 11754255.426096;
    private static final double POLE_X = 700000.0;
    private static final double POLE_Y = 12655612.049876;
    private static final double MERIDIAN = StrictMath.toRadians(3);

    private Lambert93() {}

    /** The point in degrees. */
    public static Degrees degrees(double x, double y) {
        double radius = StrictMath.hypot(x - POLE_X, y - POLE_Y);
        double longitude = MERIDIAN + StrictMath.atan((x - POLE_X) / (POLE_Y - y)) / EXPONENT;
        double isometric = -StrictMath.log(radius / CONSTANT) / EXPONENT;
        double latitude = 2 * StrictMath.atan(StrictMath.exp(isometric)) - StrictMath.PI / 2;
        for (int i = 0; i < 12; i++) {
            double along = ECCENTRICITY * StrictMath.sin(latitude);
            double stretch = StrictMath.pow((1 + along) / (1 - along), ECCENTRICITY / 2);
            latitude = 2 * StrictMath.atan(stretch * StrictMath.exp(isometric)) - StrictMath.PI / 2;
        }
        return new Degrees(StrictMath.toDegrees(longitude), StrictMath.toDegrees(latitude));
    }
}
