package org.plugcharge.certs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Certificates before and after their time, at every level. */
final class EvilDates {

    private static final List<String> LEVELS = List.of("leaf", "sub-ca-2", "sub-ca-1", "root");

    private EvilDates() {}

    static List<EvilChain> of(EvilScene scene) {
        List<EvilChain> all = new ArrayList<>();
        for (int level = 0; level < LEVELS.size(); level++) {
            Instant second = scene.now.minusSeconds(1);
            all.add(
                    at(
                            scene,
                            level,
                            "expired-" + LEVELS.get(level),
                            "Expired a second ago: " + LEVELS.get(level) + ".",
                            Forge.copy(path(scene).get(level)).until(second),
                            Reason.EXPIRED));
            all.add(
                    at(
                            scene,
                            level,
                            "not-yet-" + LEVELS.get(level),
                            "Valid in a second: " + LEVELS.get(level) + ".",
                            Forge.copy(path(scene).get(level)).from(scene.now.plusSeconds(1)),
                            Reason.NOT_YET_VALID));
        }
        all.add(
                at(
                        scene,
                        0,
                        "dates-reversed",
                        "Ends before it starts.",
                        Forge.copy(scene.leaf)
                                .from(scene.now.plus(Duration.ofDays(1)))
                                .until(scene.now.minus(Duration.ofDays(1))),
                        Reason.EXPIRED));
        all.add(
                at(
                        scene,
                        0,
                        "dates-year-4027",
                        "Starts two thousand years from now.",
                        Forge.copy(scene.leaf)
                                .from(scene.now.plus(Duration.ofDays(730_500)))
                                .until(scene.now.plus(Duration.ofDays(731_000))),
                        Reason.NOT_YET_VALID));
        return all;
    }

    private static List<Certificate> path(EvilScene scene) {
        return List.of(scene.leaf, scene.sub2, scene.sub1, scene.root);
    }

    private static EvilChain at(
            EvilScene scene, int level, String id, String fault, Forge evil, Reason expected) {
        List<Iso2Profile> signers =
                List.of(
                        Iso2Profile.MO_SUB_CA_2,
                        Iso2Profile.MO_SUB_CA_1,
                        Iso2Profile.MO_ROOT,
                        Iso2Profile.MO_ROOT);
        List<Certificate> all = new ArrayList<>(path(scene));
        all.set(level, evil.signedBy(scene.pki.key(signers.get(level))));
        return scene.judged(
                id,
                fault,
                CertificateChain.of(all.get(0), all.get(1), all.get(2)),
                Purpose.CONTRACT,
                TrustAnchors.none().withMoRoots(all.get(3)),
                expected);
    }
}
