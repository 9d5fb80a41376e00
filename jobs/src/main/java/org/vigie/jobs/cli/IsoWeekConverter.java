package org.vigie.jobs.cli;

import org.vigie.analytics.calendar.IsoWeek;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a week such as 2026-W43 from the command line. */
final class IsoWeekConverter implements ITypeConverter<IsoWeek> {

    @Override
    public IsoWeek convert(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
