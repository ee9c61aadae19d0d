/**
 * Measures the running service. Never part of it, or of its tests. Run by hand; the README says
 * how.
 */
@NullMarked
package org.plugcharge.ca;

import org.jspecify.annotations.NullMarked;
