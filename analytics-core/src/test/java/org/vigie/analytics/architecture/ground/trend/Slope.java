package org.vigie.analytics.architecture.ground.trend;

/** What the ground must not know. */
public final class Slope {}
