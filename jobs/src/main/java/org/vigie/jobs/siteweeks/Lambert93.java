package org.vigie.jobs.siteweeks;

import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Lambert 93 (EPSG:2154), the projection of French land registers, to WGS 84. */
final class Lambert93 {

    private static final CoordinateTransform TO_WGS84 = transform();

    private Lambert93() {}

    /** Longitude and latitude in degrees of a point in metres. */
    static double[] toLonLat(double easting, double northing) {
        ProjCoordinate found = new ProjCoordinate();
        TO_WGS84.transform(new ProjCoordinate(easting, northing), found);
        return new double[] {found.x, found.y};
    }

    private static CoordinateTransform transform() {
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem lambert = systems.createFromParameters(
                "EPSG:2154",
                "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m");
        CoordinateReferenceSystem degrees = systems.createFromParameters("EPSG:4326", "+proj=longlat +datum=WGS84");
        return new CoordinateTransformFactory().createTransform(lambert, degrees);
    }
}
