/**
 * Decides which message sets there are and how octets of each become records and back.
 *
 * <p>Never decides what a message means; the records of each set lie in a package of their own and
 * do not know one another.
 *
 * <p>Follows the schemas of DIN SPEC 70121, ISO 15118-2, and ISO 15118-20 with its Amendment 1.
 */
@NullMarked
package org.plugcharge.v2g;

import org.jspecify.annotations.NullMarked;
