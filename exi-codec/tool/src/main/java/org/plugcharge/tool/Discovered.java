package org.plugcharge.tool;

import org.plugcharge.tool.capture.Endpoint;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;

import java.util.LinkedHashMap;
import java.util.Map;

/** The messages of discovery, which are no EXI, as trees. */
final class Discovered {

    private Discovered() {}

    static Map<String, Object> tree(SdpRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("security", request.security().name());
        fields.put("transport", request.transport().name());
        return Map.of("SDPRequest", fields);
    }

    static Map<String, Object> tree(SdpResponse response) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", Endpoint.host(response.address()));
        fields.put("port", response.port());
        fields.put("security", response.security().name());
        fields.put("transport", response.transport().name());
        return Map.of("SDPResponse", fields);
    }
}
