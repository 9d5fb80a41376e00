package org.vigie.jobs.stub;

/** Stands in for the jobs, which are not on the class path of this module. */
public final class Stage {}
