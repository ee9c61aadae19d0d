package org.plugcharge.secc.session.iso2;

import org.plugcharge.v2g.iso2.Parameter;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.ParameterValue;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;

import java.util.List;

/**
 * A service beside charging: 3 Internet access, 4 a use case of the operator's own.
 *
 * @param parameterSets what a vehicle may choose from; none if there is nothing to choose
 */
public record ValueAddedService(Service service, List<ParameterSet> parameterSets) {

    /** The number of Internet access. */
    public static final int INTERNET = 3;

    /** The number of a use case of the operator's own. */
    public static final int USE_CASE = 4;

    /** Copies the list. */
    public ValueAddedService {
        parameterSets = List.copyOf(parameterSets);
    }

    /** Internet access by the ports of FTP, HTTP and HTTPS: parameter sets 1, 3 and 4. */
    public static ValueAddedService internet(boolean free) {
        return new ValueAddedService(
                new Service(INTERNET, "InternetAccess", ServiceCategory.INTERNET, null, free),
                List.of(access(1, "ftp", 20), access(3, "http", 80), access(4, "https", 443)));
    }

    private static ParameterSet access(int id, String protocol, int port) {
        return new ParameterSet(
                id,
                List.of(
                        new Parameter("Protocol", new ParameterValue.OfString(protocol)),
                        new Parameter("Port", new ParameterValue.OfInt(port))));
    }

    /** A use case that is known by its name (at most 32 characters). */
    public static ValueAddedService useCase(String name, boolean free) {
        return new ValueAddedService(
                new Service(USE_CASE, name, ServiceCategory.OTHER_CUSTOM, null, free), List.of());
    }

    int id() {
        return service.serviceId();
    }
}
