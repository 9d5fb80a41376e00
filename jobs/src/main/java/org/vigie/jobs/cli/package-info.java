/** The command line: {@code ./vigie <command>}. Each command parses, calls a stage, and says in one line how it went. */
@NullMarked
package org.vigie.jobs.cli;

import org.jspecify.annotations.NullMarked;
