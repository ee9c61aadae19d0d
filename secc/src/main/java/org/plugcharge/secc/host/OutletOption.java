package org.plugcharge.secc.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One outlet on the command line: {@code IF,ID} or {@code IF,ID,DIR}.
 *
 * @param pki where its certificate is, if not where the others' are
 */
record OutletOption(String network, String evseId, Optional<Path> pki) {

    /** {@link SeccException} with advice for anything else. */
    static OutletOption parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new SeccException(
                    "--outlet is IF,ID or IF,ID,DIR, for example eth2,DE*PNC*E00002, not '"
                            + text
                            + "'");
        }
        return new OutletOption(
                parts[0],
                parts[1],
                parts.length == 3 ? Optional.of(Path.of(parts[2])) : Optional.empty());
    }
}
