package org.vigie.analytics.architecture.baselines.prospective;

/** What a baseline must not know. */
public final class Alarm {}
