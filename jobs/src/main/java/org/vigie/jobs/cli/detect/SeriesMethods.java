package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.analytics.prospective.EarsSettings.Variant;

/**
 * The methods that the command line offers.
 *
 * @param all in the order of the help
 */
public record SeriesMethods(List<SeriesMethod> all) {

    /** Copies the list. */
    public SeriesMethods {
        all = List.copyOf(all);
    }

    /** Those that exist. */
    public static SeriesMethods standard() {
        return new SeriesMethods(List.of(
                new FarringtonFlexibleMethod(),
                new Farrington1996Method(),
                new EarsMethod(Variant.C1),
                new EarsMethod(Variant.C2),
                new EarsMethod(Variant.C3),
                new CusumMethod(),
                new LikelihoodRatioMethod(),
                new PooledMethod()));
    }

    /** The method of a name; throws {@link DetectProblem} naming the existing ones. */
    public SeriesMethod named(String name) {
        return all.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        DetectProblem.wrongSettings("--method " + name + ": no such method; there is " + names()));
    }

    /** All names, for messages. */
    public String names() {
        return all.stream().map(SeriesMethod::name).collect(Collectors.joining(", "));
    }
}
