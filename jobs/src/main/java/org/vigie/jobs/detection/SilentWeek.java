package org.vigie.jobs.detection;

import java.time.LocalDate;

/**
 * A week of which nothing can be said in an agency, because one of its feeds was silent.
 *
 * @param agency agency
 * @param week Monday of the week
 */
public record SilentWeek(String agency, LocalDate week) {}
