package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.script.CarKind;
import org.plugcharge.evcc.script.Expectations;
import org.plugcharge.evcc.script.Goal;
import org.plugcharge.evcc.script.Quirk;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.Visit;
import org.plugcharge.evcc.script.Visit.Leave;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.evcc.session.iso2.Wishes;
import org.plugcharge.exi.Bytes;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the car is and what its driver wants. */
final class CarOptions {

    private static final Bytes EVCC_ID = Bytes.fromHex("020000000001");

    @Option(
            names = "--mode",
            paramLabel = "dc|ac",
            defaultValue = "dc",
            description =
                    "charge by DC, or by AC with a charger of 11 kW; default ${DEFAULT-VALUE}")
    private Mode mode = Mode.dc;

    @Option(
            names = "--protocols",
            paramLabel = "P",
            split = ",",
            defaultValue = "iso2",
            description =
                    "what to offer, the best first: iso2 (ISO 15118-2), din (DIN SPEC 70121, which"
                            + " knows only DC, paid at the station, without TLS, and is left out"
                            + " where that does not fit); default ${DEFAULT-VALUE}")
    private List<Spoken> protocols = List.of(Spoken.iso2);

    @Option(
            names = "--loops",
            paramLabel = "N",
            defaultValue = "20",
            description = "current demands before the car stops; default ${DEFAULT-VALUE}")
    private int loops = 20;

    @Option(
            names = "--soc",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description = "state of charge on arrival; default ${DEFAULT-VALUE}")
    private int soc = 20;

    @Option(
            names = "--pace",
            paramLabel = "MS",
            defaultValue = "100",
            description = "rest between current demands; default ${DEFAULT-VALUE}")
    private int pace = 100;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "multiply the message timeouts by N, for slow simulators; with --misbehave,"
                            + " what the station is given; default ${DEFAULT-VALUE}")
    private int patience = 1;

    @Option(
            names = "--no-power",
            description =
                    "the station only simulates its power electronics and reports a fixed voltage:"
                            + " take pre-charge as reached after three answers")
    private boolean noPower;

    @Option(
            names = "--renegotiate",
            paramLabel = "N",
            defaultValue = "0",
            description = "ask for other schedules after N loops")
    private int renegotiateAfter;

    @Option(
            names = "--skip-cable-check",
            description =
                    "do not check the cable again when renegotiating DC, as cars of one large"
                            + " maker")
    private boolean skipCableCheck;

    @Option(
            names = "--pause",
            description = "pause the session at its end; --resume takes it up again")
    private boolean pause;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "come back to the paused session with this id (16 hexadecimal digits)")
    private @Nullable String resume;

    @Option(
            names = "--services",
            paramLabel = "N",
            split = ",",
            description = "value-added services to take where they are offered: 3 Internet")
    private Set<Integer> services = Set.of();

    /** The current; in the words of the command line. */
    enum Mode {
        dc,
        ac
    }

    /** A protocol; in the words of the command line. */
    enum Spoken {
        din(Protocol.DIN),
        iso2(Protocol.ISO2);

        private final Protocol protocol;

        Spoken(Protocol protocol) {
            this.protocol = protocol;
        }
    }

    /** By how much times are multiplied. */
    int patience() {
        return patience;
    }

    /** What makes no sense, in a sentence; empty if all does. */
    Optional<String> objection() {
        if (resume != null && !resume.matches("[0-9a-fA-F]{16}")) {
            return Optional.of("--resume takes the 16 hexadecimal digits that --pause printed");
        }
        if (protocols.stream().distinct().count() < protocols.size()) {
            return Optional.of("--protocols names each protocol once, the best first");
        }
        boolean sensible =
                loops >= 1
                        && soc >= 0
                        && soc <= 100
                        && pace >= 0
                        && patience >= 1
                        && patience <= 100;
        return sensible
                ? Optional.empty()
                : Optional.of(
                        "expected --loops from 1, --soc from 0 to 100, --pace from 0, --patience"
                                + " from 1 to 100");
    }

    /** One charge of these loops, as a script. */
    Script story(Pay pay, Optional<Quirk> quirk, boolean tls) {
        CarKind kind =
                new CarKind(
                        quirk,
                        BatterySpec.CAR_400_V,
                        soc,
                        mode == Mode.ac
                                ? Optional.of(OnBoardCharger.ELEVEN_KILOWATTS)
                                : Optional.empty(),
                        Duration.ofMillis(pace),
                        patience,
                        services,
                        offer(),
                        tls,
                        Optional.empty(),
                        !noPower);
        List<Visit> visits =
                List.of(
                        new Visit(
                                Duration.ZERO,
                                false,
                                pay,
                                renegotiateAfter,
                                new Goal.Loops(loops),
                                Leave.STOP));
        return new Script("charge", kind, visits, Expectations.usual(visits));
    }

    /** What the car speaks. */
    ProtocolOffer offer() {
        return new ProtocolOffer(protocols.stream().map(spoken -> spoken.protocol).toList());
    }

    VehiclePlan plan(Optional<Quirk> quirk) {
        VehiclePlan plan =
                VehiclePlan.externalPayment(EVCC_ID, Battery.at(BatterySpec.CAR_400_V, soc), loops)
                        .paced(new Pace(Duration.ofMillis(pace), Pace.USUAL.poll(), patience));
        if (mode == Mode.ac) {
            plan = plan.alternating(OnBoardCharger.ELEVEN_KILOWATTS);
        }
        if (resume != null) {
            plan = plan.resuming(Bytes.fromHex(resume));
        }
        plan =
                plan.wishing(
                        new Wishes(
                                renegotiateAfter,
                                !skipCableCheck && !quirk.map(Quirk::skipsCableCheck).orElse(false),
                                pause,
                                Optional.empty(),
                                services));
        return noPower ? plan.withoutStationPower() : plan;
    }
}
