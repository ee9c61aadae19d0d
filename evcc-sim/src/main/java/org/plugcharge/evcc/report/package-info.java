/**
 * Decides how results are told to programs: JSON, and XML as JUnit's, which build servers read.
 *
 * <p>Never judges: whether something passed is known before it comes here.
 *
 * <p>The JSON is described in the README and has a version; the XML follows what build servers take
 * (testsuite, testcase, failure, skipped), of which there is no standard.
 */
@NullMarked
package org.plugcharge.evcc.report;

import org.jspecify.annotations.NullMarked;
