package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A statement about many rows at once, which takes one array a column for {@code unnest}. */
final class ArrayColumns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int count;

    /** The value of one row. */
    @FunctionalInterface
    interface Column<T> {
        @Nullable Object of(T row);
    }

    ArrayColumns(Connection connection, String sql, List<T> rows) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
        this.rows = rows;
    }

    /** The next parameter: this value of every row, of an SQL type. */
    void add(String type, Column<T> column) throws SQLException {
        Object[] values =
                type.equals("bytea")
                        ? rows.stream().map(column::of).toArray(byte[][]::new)
                        : rows.stream().map(column::of).toArray();
        count++;
        statement.setArray(count, connection.createArrayOf(type, values));
    }

    PreparedStatement statement() {
        return statement;
    }
}
