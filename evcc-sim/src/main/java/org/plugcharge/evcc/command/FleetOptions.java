package org.plugcharge.evcc.command;

import org.plugcharge.evcc.fleet.FleetSettings;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** How many cars come, and where to. */
final class FleetOptions {

    @Option(
            names = "--fleet",
            paramLabel = "N",
            defaultValue = "0",
            description = "be N cars, each of which charges once")
    private int cars;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "1",
            description = "cars a second that come; default ${DEFAULT-VALUE}")
    private double rate = 1;

    @Option(
            names = "--misbehaving",
            paramLabel = "PERCENT",
            defaultValue = "" + FleetSettings.USUAL_MISBEHAVING,
            description =
                    "how many of a hundred cars of a fleet misbehave, each in a way drawn by"
                            + " chance; 0 for none; default ${DEFAULT-VALUE}")
    private double misbehaving = FleetSettings.USUAL_MISBEHAVING;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "what chance draws from; default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--stalls",
            paramLabel = "IF[:PORT]",
            split = ",",
            description =
                    "the connectors of a fleet, each an interface and, for stations on one machine,"
                            + " the UDP port of its discovery; default --interface")
    private List<String> stalls = List.of();

    boolean asked() {
        return cars > 0;
    }

    List<String> stalls() {
        return stalls;
    }

    FleetSettings settings() {
        return new FleetSettings(cars, rate, misbehaving, seed);
    }

    /** What makes no sense, in a sentence; empty if all does. */
    Optional<String> objection() {
        if (cars == 0) {
            return Optional.empty();
        }
        for (String stall : stalls) {
            if (!stall.matches("[^:]+(:[0-9]{1,5})?")) {
                return Optional.of("expected --stalls IF[:PORT], found " + stall);
            }
        }
        try {
            settings();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
