package org.plugcharge.evcc.demo;

import org.plugcharge.certs.Certificate;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.evcc.demo.Outcome.Invariant;
import org.plugcharge.evcc.host.JournalEntry;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.iso2.Contract;
import org.plugcharge.evcc.session.iso2.Failure;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be true of a session, whatever the scenario. */
record Invariants(
        Scenario scenario,
        List<JournalEntry> journal,
        Ending ending,
        List<CdrView> bills,
        long meteredWattHours) {

    List<Invariant> check(boolean contactorOpen, Optional<String> emaid) {
        List<Invariant> all = new ArrayList<>();
        all.add(new Invariant("the session ended as it should", endedAsItShould(), ending.text()));
        all.add(energy());
        all.add(
                new Invariant(
                        "one bill for one transaction",
                        bills.size() == scenario.bills(),
                        bills.size() + " of " + scenario.bills() + " expected"));
        all.add(
                new Invariant(
                        "the contactor is open", contactorOpen, contactorOpen ? "open" : "closed"));
        all.add(answered());
        emaid.filter(_ -> !bills.isEmpty()).ifPresent(name -> all.add(payer(name)));
        return List.copyOf(all);
    }

    /** The car left with another certificate than it came with. */
    static Invariant replaced(Bytes old, Contract now) {
        boolean other = !now.certificate().equals(old);
        return new Invariant(
                "the contract certificate was replaced",
                other,
                other
                        ? "good until " + Certificate.parse(now.certificate()).fields().notAfter()
                        : "the car still has the old one");
    }

    /** The last event of the transaction says who ended it. */
    static Invariant remotelyStopped(List<Timeline.Entry> entries) {
        boolean remote =
                entries.stream()
                        .filter(entry -> entry.layer() == Layer.OCPP)
                        .anyMatch(entry -> entry.fields().contains("\"stoppedReason\":\"Remote\""));
        return new Invariant(
                "the operator ended the transaction",
                remote,
                remote ? "stoppedReason Remote" : "no event says so");
    }

    private boolean endedAsItShould() {
        return switch (scenario) {
            case HAPPY, RENEWAL, EIM, CSMS_OFFLINE, REMOTE_STOP ->
                    ending instanceof Ending.Completed;
            case REVOKED_CONTRACT -> refusedWith(ResponseCode.FAILED_CERTIFICATE_REVOKED);
            case FORGED_CONTRACT -> refusedWith(ResponseCode.FAILED_CERT_CHAIN_ERROR);
            case CABLE_YANK -> ending instanceof Ending.Failed(Failure.Unplugged _);
        };
    }

    private boolean refusedWith(ResponseCode code) {
        return ending instanceof Ending.Failed(Failure.Refused refused) && refused.code() == code;
    }

    private Invariant energy() {
        BigDecimal billed =
                bills.stream().map(CdrView::energyWh).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Invariant(
                "energy billed = energy metered",
                billed.compareTo(BigDecimal.valueOf(meteredWattHours)) == 0,
                billed.stripTrailingZeros().toPlainString() + " Wh = " + meteredWattHours + " Wh");
    }

    private Invariant payer(String emaid) {
        boolean right = bills.stream().allMatch(bill -> bill.token().equals(emaid));
        return new Invariant("the contract's holder pays", right, Masked.emaid(emaid));
    }

    /** Every request the car sent has its answer; a pulled cable may cut off the last. */
    private Invariant answered() {
        long asked =
                journal.stream().filter(entry -> entry.kind() == JournalEntry.Kind.SENT).count();
        long answered =
                journal.stream()
                        .filter(entry -> entry.kind() == JournalEntry.Kind.RECEIVED)
                        .count();
        long mayLack = scenario == Scenario.CABLE_YANK ? 1 : 0;
        return new Invariant(
                "no message went unanswered",
                asked - answered <= mayLack,
                asked + " requests, " + answered + " answers");
    }
}
