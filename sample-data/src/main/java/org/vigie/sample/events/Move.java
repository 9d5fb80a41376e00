package org.vigie.sample.events;

import java.time.LocalDate;

/**
 * A movement of tenants: a place, a kind and days; no dwelling, no lease.
 *
 * @param site code of the residence
 * @param type code of the turnover feed
 * @param effective day of the movement
 * @param recorded day on which it was entered; before the movement for a notice given ahead
 * @param size T1 to T5+
 * @param months length of the tenancy
 */
public record Move(String site, String type, LocalDate effective, LocalDate recorded, String size, int months) {}
