package org.vigie.jobs.run;

/** The build that runs: equal versions make equal tables from equal inputs. */
public final class BuildVersion {

    private BuildVersion() {}

    /** Version of the release, with the digest of the build when the launcher gives one. */
    public static String current() {
        String release = BuildVersion.class.getPackage().getImplementationVersion();
        String build = System.getProperty("vigie.build", "");
        String version = release == null ? "development" : release;
        return build.isEmpty() ? version : version + "+" + build;
    }
}
