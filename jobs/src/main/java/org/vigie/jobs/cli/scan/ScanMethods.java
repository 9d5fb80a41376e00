package org.vigie.jobs.cli.scan;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Settings;

/**
 * The methods that the command line offers.
 *
 * @param all in the order of the help
 */
public record ScanMethods(List<ScanMethod> all) {

    /** Copies the list. */
    public ScanMethods {
        all = List.copyOf(all);
    }

    /** Those that exist. */
    public static ScanMethods standard() {
        return new ScanMethods(List.of(
                new EvidenceMethod(),
                new SpaceTimeMethod(SpaceTimeMethod.Kind.EB_POISSON),
                new SpaceTimeMethod(SpaceTimeMethod.Kind.PB_POISSON),
                new SpaceTimeMethod(SpaceTimeMethod.Kind.PERMUTATION),
                new KulldorffMethod(),
                new GetisOrdMethod(false),
                new GetisOrdMethod(true)));
    }

    /** The method of a name, with settings; throws {@link DetectProblem} naming what exists. */
    public ScanMethod.Scanner named(String name, Settings settings) {
        ScanMethod chosen = all.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DetectProblem.wrongSettings("--method " + name + ": no such method; there is "
                        + all.stream().map(ScanMethod::name).collect(Collectors.joining(", "))));
        settings.requireKnown(chosen.name(), chosen.settings());
        return settings.build(chosen::with);
    }
}
