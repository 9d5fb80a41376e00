package org.vigie.analytics.stub;

/** Stands in for the statistics, which are not on the class path of this module. */
public final class Statistic {}
