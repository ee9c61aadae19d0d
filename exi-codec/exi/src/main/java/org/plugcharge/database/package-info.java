/**
 * Decides what becomes of an embedded PostgreSQL whose service was killed.
 *
 * <p>Never starts one, and never looks at what it keeps: that is each service's own.
 *
 * <p>Follows no standard; the files are those of PostgreSQL and of the library that starts it.
 */
@NullMarked
package org.plugcharge.database;

import org.jspecify.annotations.NullMarked;
