/**
 * Decides how what the CSMS knows lies in PostgreSQL and what is written together. Never decides
 * what a thing costs or who may charge. Follows the rules of the billing ledger in the module's
 * README.
 */
@NullMarked
package org.plugcharge.csms.store;

import org.jspecify.annotations.NullMarked;
