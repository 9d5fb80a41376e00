package org.vigie.sample.events;

/**
 * Hours that one team spent at one residence in one week.
 *
 * @param week number of the week
 * @param site code of the residence
 * @param team MEDIATION, GARDIEN, NUIT or PRESTATAIRE; never a person
 * @param hours hours, one decimal
 * @param visits times it came by
 * @param reason PROGRAMME, ALERTE or APPEL
 */
public record PresenceHours(int week, String site, String team, double hours, int visits, String reason) {}
