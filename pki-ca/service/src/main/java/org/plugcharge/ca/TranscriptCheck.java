package org.plugcharge.ca;

import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a transcript without the service: every number, hash and signature, and that each act was
 * performed once and only after as many approvers had signed it as were needed then.
 */
final class TranscriptCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Map<String, VerificationKey>> expectedApprovers;
    private final Map<String, String> acts = new HashMap<>();
    private final Map<String, Map<String, Bytes>> approvals = new HashMap<>();
    private final Set<String> performed = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private Map<String, VerificationKey> approvers = Map.of();
    private int rule;

    private TranscriptCheck(Optional<Map<String, VerificationKey>> expectedApprovers) {
        this.expectedApprovers = expectedApprovers;
    }

    /** What is wrong, and in which line. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(int line, String what) {
            super("line " + line + ": " + what);
        }
    }

    /**
     * What was done, one sentence a performed act.
     *
     * @param key whose signatures are expected; none: those of the key in the first line
     * @param approvers whose approvals are expected; none: those of the approvers it names itself
     */
    static List<String> verify(
            List<String> lines,
            Optional<VerificationKey> key,
            Optional<Map<String, VerificationKey>> approvers)
            throws BrokenException {
        TranscriptCheck check = new TranscriptCheck(approvers);
        Optional<VerificationKey> signer = key;
        String previous = Transcript.NOTHING_BEFORE;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            try {
                String text = entry(line);
                JsonNode entry = JSON.readTree(text);
                if (signer.isEmpty()) {
                    signer = Optional.of(key(entry.path("key")));
                }
                Bytes signature = decoded(JSON.readTree(line).path("signature"));
                require(signer.get().verifiesDer(Transcript.utf8(text), signature), "signature");
                require(entry.path("number").asInt(0) == number, "number");
                require(entry.path("previous").asString("").equals(previous), "previous");
                check.read(entry);
            } catch (IllegalArgumentException | JacksonException e) {
                throw new BrokenException(number, String.valueOf(e.getMessage()));
            }
            previous = Transcript.hash(line);
        }
        return check.told;
    }

    /** The octets of the entry; the line has this one form. */
    private static String entry(String line) {
        String begin = "{\"entry\":";
        int end = line.lastIndexOf(",\"signature\":\"");
        require(line.startsWith(begin) && end > begin.length(), "entry and signature");
        String entry = line.substring(begin.length(), end);
        String signature = JSON.readTree(line).path("signature").asString("");
        require(line.equals(Transcript.line(entry, signature)), "entry and signature only");
        return entry;
    }

    private void read(JsonNode entry) {
        String ceremony = entry.path("ceremony").asString("");
        switch (entry.path("event").asString("")) {
            case "approvers" -> approvers(entry);
            case "proposed" -> proposed(entry);
            case "approved" -> approved(ceremony, entry);
            case "performing", "performed" -> performed(ceremony, entry);
            case "created" -> {
                require(rule == 0, "approval for what was created");
                tell(entry, "created without approval");
            }
            case "refused" -> require(acts.containsKey(ceremony), "an act that was proposed");
            default -> throw new IllegalArgumentException("expected a known event");
        }
    }

    private void approvers(JsonNode entry) {
        Map<String, VerificationKey> named = new HashMap<>();
        entry.path("approvers")
                .properties()
                .forEach(field -> named.put(field.getKey(), key(field.getValue())));
        expectedApprovers.ifPresent(
                expected -> require(expected.equals(named), "the approvers that were named"));
        approvers = named;
        rule = entry.path("needed").asInt(-1);
        require(rule >= 0 && rule <= named.size(), "as many approvals as there can be");
    }

    private void proposed(JsonNode entry) {
        String text = entry.path("act").asString("");
        JsonNode act = JSON.readTree(text);
        String id = act.path("id").asString("");
        require(!id.isEmpty() && acts.put(id, text) == null, "an act of its own");
        require(entry.path("needed").asInt(-1) == needed(act), "the approvals the house needs");
    }

    private int needed(JsonNode act) {
        return act.path("act").asString("").equals(Act.Kind.REQUEST.text()) ? 0 : rule;
    }

    private boolean isApproval(String name, String act, Bytes signature) {
        VerificationKey key = approvers.get(name);
        return key != null && key.verifiesDer(Transcript.utf8(act), signature);
    }

    private void approved(String ceremony, JsonNode entry) {
        String name = entry.path("approver").asString("");
        String act = acts.get(ceremony);
        Bytes signature = decoded(entry.path("signature"));
        require(
                act != null && isApproval(name, act, signature),
                "the signature of an approver over the act");
        approvals.computeIfAbsent(ceremony, _ -> new TreeMap<>()).put(name, signature);
    }

    /** Counted by the approvers of that moment: whoever left in between counts no more. */
    private void performed(String ceremony, JsonNode entry) {
        String text = acts.get(ceremony);
        if (text == null || performed.contains(ceremony)) {
            throw new IllegalArgumentException(
                    "wrong: expected an act that was proposed and not performed before");
        }
        JsonNode act = JSON.readTree(text);
        List<String> agreed =
                approvals.getOrDefault(ceremony, Map.of()).entrySet().stream()
                        .filter(given -> isApproval(given.getKey(), text, given.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        require(agreed.size() >= needed(act), needed(act) + " approvals");
        if (entry.path("event").asString("").equals("performed")) {
            performed.add(ceremony);
            String by = agreed.isEmpty() ? "nobody" : String.join(", ", agreed);
            tell(
                    entry,
                    "%s %s, approved by %s"
                            .formatted(
                                    act.path("act").asString(""),
                                    act.path("profile").asString(""),
                                    by));
        }
    }

    private void tell(JsonNode entry, String what) {
        int certificates = entry.path("certificates").size();
        told.add(
                "%s %s: %d certificate%s"
                        .formatted(
                                entry.path("at").asString(""),
                                what,
                                certificates,
                                certificates == 1 ? "" : "s"));
    }

    private static VerificationKey key(JsonNode base64) {
        return VerificationKey.of(decoded(base64));
    }

    private static Bytes decoded(JsonNode base64) {
        return Bytes.owning(Base64.getDecoder().decode(base64.asString("")));
    }

    private static void require(boolean condition, String expected) {
        if (!condition) {
            throw new IllegalArgumentException("wrong: expected " + expected);
        }
    }
}
