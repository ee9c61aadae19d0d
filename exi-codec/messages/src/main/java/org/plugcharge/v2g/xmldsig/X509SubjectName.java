package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A subject name. */
@Group
public record X509SubjectName(@Wire("X509SubjectName") String value) implements X509DataItem {}
