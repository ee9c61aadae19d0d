package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The roots the car trusts, one or more, each by a name of at most 40 characters. */
@ComplexType("ListOfRootCertificateIDsType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ListOfRootCertificateIds(
        @Wire("RootCertificateID") @Length(max = 40) @Occurs(max = Occurs.UNBOUNDED)
                List<String> rootCertificateIds) {

    public ListOfRootCertificateIds {
        rootCertificateIds = List.copyOf(rootCertificateIds);
    }
}
