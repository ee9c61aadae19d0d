package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.iso2.Failure;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** How the charge is paid for, and the certificates in the car. */
final class PaymentOptions {

    @Option(
            names = "--pki",
            paramLabel = "DIR",
            description =
                    "folder with the car's certificates and keys, as v2gpki writes it; needed for"
                            + " TLS")
    private @Nullable Path pki;

    @Option(
            names = "--auth",
            paramLabel = "eim|pnc",
            defaultValue = "eim",
            description =
                    "pay at the station (eim) or by the contract in the car (pnc, always with TLS);"
                            + " default ${DEFAULT-VALUE}")
    private Auth auth = Auth.eim;

    @Option(
            names = "--install",
            description =
                    "have a contract certificate installed first, by the provisioning certificate")
    private boolean install;

    @Option(
            names = "--update",
            description = "have the contract certificate in the car replaced by a newer one first")
    private boolean update;

    @Option(
            names = "--or-eim",
            description =
                    "where no contract is taken, or the car's is refused, pay at the station"
                            + " instead; after a refusal in a session of its own")
    private boolean orEim;

    /** How to pay; in the words of the command line. */
    enum Auth {
        eim,
        pnc
    }

    /** What makes no sense, in a sentence; empty if all does. */
    Optional<String> objection(boolean insistsOnTls) {
        if ((insistsOnTls || auth == Auth.pnc) && pki == null) {
            return Optional.of(
                    "TLS needs certificates: give --pki DIR (v2gpki new DIR makes a test PKI)");
        }
        if (install && auth != Auth.pnc) {
            return Optional.of("--install makes sense only with --auth pnc");
        }
        if (update && (install || auth != Auth.pnc)) {
            return Optional.of("--update makes sense only with --auth pnc, and without --install");
        }
        return orEim && auth != Auth.pnc
                ? Optional.of("--or-eim makes sense only with --auth pnc")
                : Optional.empty();
    }

    /** Whether another session, paid at the station, is wanted after one that ended like this. */
    boolean againAtTheStation(Ending ending) {
        return orEim
                && ending instanceof Ending.Failed(var failure)
                && failure instanceof Failure reason
                && reason.ofContract();
    }

    /** The keys of the folder; null without one. */
    @Nullable PkiCarKeys keys() {
        return pki == null ? null : PkiCarKeys.read(pki);
    }

    Optional<Path> folder() {
        return Optional.ofNullable(pki);
    }

    SdpSecurity security(boolean insistsOnTls) {
        return insistsOnTls || auth == Auth.pnc ? SdpSecurity.TLS : SdpSecurity.NONE;
    }

    /** How the options say the charge is paid for. */
    Pay pay() {
        if (auth == Auth.eim) {
            return Pay.STATION;
        }
        if (install) {
            return Pay.INSTALL;
        }
        return update ? Pay.UPDATE : Pay.CONTRACT;
    }

    VehiclePlan paying(VehiclePlan plan, @Nullable PkiCarKeys keys) {
        if (keys == null || auth != Auth.pnc) {
            return plan;
        }
        return byContract(orEim ? plan.wishing(plan.wishes().orPayingAtTheStation()) : plan, keys);
    }

    private VehiclePlan byContract(VehiclePlan plan, PkiCarKeys keys) {
        if (install) {
            return plan.installing(keys.provisioning());
        }
        return update
                ? plan.updating(keys.contract(), keys.provisioning())
                : plan.payingWith(keys.contract());
    }
}
