/** What every part of the simulator stands on: seeded dice, the simulated weeks, and the small tables it is fed with. */
@NullMarked
package org.vigie.sample.basis;

import org.jspecify.annotations.NullMarked;
