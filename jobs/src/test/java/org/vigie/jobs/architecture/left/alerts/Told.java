package org.vigie.jobs.architecture.left.alerts;

/** What the violation reads. */
public final class Told {}
