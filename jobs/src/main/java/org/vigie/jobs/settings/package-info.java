/**
 * The settings of a workspace, read from {@code vigie.yaml} and checked before anything runs.
 *
 * <p>{@link Settings#read} checks three things in turn: the YAML itself, its shape against {@code settings/schema.json}
 * (unknown keys are errors), and its meaning (time zone, columns and codes that exist, mapping files that can be read).
 * What is wrong is one line with its place in the file.
 *
 * <p>A new setting: its shape in {@code settings/schema.json}, a component of {@link Settings} with its default, a line in
 * the template {@code settings/vigie.yaml}. How one feed is delivered is {@link org.vigie.jobs.feeds.FeedSettings}.
 */
@NullMarked
package org.vigie.jobs.settings;

import org.jspecify.annotations.NullMarked;
