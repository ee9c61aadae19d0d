/**
 * Decides how records with schema annotations become EXI grammars, codec source and XSD text.
 *
 * <p>Runs inside the Java compiler only; nothing of it is needed when a message is coded.
 *
 * <p>Follows EXI 1.0 sections 8.4 and 8.5 (schema-informed grammars), not strict, without options.
 */
@NullMarked
package org.plugcharge.exi.compiler;

import org.jspecify.annotations.NullMarked;
