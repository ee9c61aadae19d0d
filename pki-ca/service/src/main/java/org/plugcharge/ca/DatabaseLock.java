package org.plugcharge.ca;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * Things that only one of several instances over one database may do at a time; a process that dies
 * lets go. The lock has a connection of its own, so that what is done under it commits by itself.
 */
enum DatabaseLock {
    /** Making the CAs. */
    CEREMONY(0x15118CA),
    /** Giving a CA another OCSP signer. */
    OCSP_SIGNER(0x15118CB),
    /** Making the next revocation list. */
    REVOCATION_LIST(0x15118CC),
    /** Appending to the log. */
    LOG(0x15118CD);

    private final long number;

    DatabaseLock(long number) {
        this.number = number;
    }

    /**
     * Waits for the lock and does {@code work} under it; {@link
     * org.springframework.dao.DataAccessResourceFailureException} if the database is not there.
     */
    <T> T with(DataSource database, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            call(connection, "select pg_advisory_lock(?)");
            try {
                return work.get();
            } finally {
                call(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new org.springframework.dao.DataAccessResourceFailureException(
                    "no lock " + this, e);
        }
    }

    long number() {
        return number;
    }

    private void call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.execute();
        }
    }
}
