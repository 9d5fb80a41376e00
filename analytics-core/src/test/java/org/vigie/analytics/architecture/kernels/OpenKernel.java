package org.vigie.analytics.architecture.kernels;

/** Breaks a rule on purpose: a kernel that everybody may call. */
public final class OpenKernel {}
