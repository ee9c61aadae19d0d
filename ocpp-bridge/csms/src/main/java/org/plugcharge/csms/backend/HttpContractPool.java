package org.plugcharge.csms.backend;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.CertificateAction;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;

/** The project's contract pool: {@code POST /api/v1/installations} and {@code /api/v1/updates}. */
public final class HttpContractPool implements CertificateProvisioning, AutoCloseable {

    private final Rest pool;

    /** The pool at {@code base}, where {@code token} is an operator's. */
    public HttpContractPool(URI base, String token) {
        this.pool = new Rest("contract-pool", base, token);
    }

    private record Install(String schema, String exiRequest) {}

    private record Installed(
            @Nullable String status,
            @Nullable String exiResponse,
            @Nullable String reason,
            @Nullable String text) {}

    @Override
    public Answer install(
            String schema, CertificateAction action, Bytes exiRequest, Duration deadline) {
        Installed answer =
                pool.post(
                        path(action),
                        new Install(
                                schema, Base64.getEncoder().encodeToString(exiRequest.toArray())),
                        Installed.class,
                        deadline);
        try {
            String base64 = answer.exiResponse() == null ? "" : answer.exiResponse();
            return new Answer(
                    "Accepted".equals(answer.status()),
                    Bytes.owning(Base64.getDecoder().decode(base64)),
                    answer.reason() == null ? "" : answer.reason() + ": " + answer.text());
        } catch (IllegalArgumentException e) {
            throw new BackendException("contract-pool: exiResponse is not base64", e);
        }
    }

    private static String path(CertificateAction action) {
        return switch (action) {
            case INSTALL -> "api/v1/installations";
            case UPDATE -> "api/v1/updates";
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
