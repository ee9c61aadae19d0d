package org.plugcharge.evcc.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is known. */
public final class Misbehaviours {

    private static final List<Misbehaviour> ALL = collect();

    private Misbehaviours() {}

    /** All of them, those of one kind together. */
    public static List<Misbehaviour> all() {
        return ALL;
    }

    /** The one with this name. */
    public static Optional<Misbehaviour> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static List<Misbehaviour> collect() {
        List<Misbehaviour> all = new ArrayList<>();
        all.addAll(DiscoveryMisbehaviours.all());
        all.addAll(FrameMisbehaviours.all());
        all.addAll(ExiMisbehaviours.all());
        all.addAll(SequenceMisbehaviours.all());
        all.addAll(TlsMisbehaviours.all());
        all.addAll(ContractMisbehaviours.all());
        all.addAll(SignatureMisbehaviours.all());
        all.addAll(DinMisbehaviours.all());
        return List.copyOf(all);
    }
}
