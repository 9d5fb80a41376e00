/**
 * Where it happens: a town that is on no map, its neighbourhoods, and the residences of the landlord with what became of
 * them (one merge, one split, one demolition, and the priority perimeters of 2015 and 2024).
 */
@NullMarked
package org.vigie.sample.places;

import org.jspecify.annotations.NullMarked;
