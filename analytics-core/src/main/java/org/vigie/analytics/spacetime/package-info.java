/** Groups of neighbouring sites that stand out together though none may alone. */
@NullMarked
package org.vigie.analytics.spacetime;

import org.jspecify.annotations.NullMarked;
