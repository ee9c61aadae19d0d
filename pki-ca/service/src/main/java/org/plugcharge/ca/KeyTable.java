package org.plugcharge.ca;

import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.SoftwareKeyBackend;
import org.plugcharge.exi.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

/** Sealed keys in the database. */
final class KeyTable implements SoftwareKeyBackend.Storage {

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean put(KeyId id, Bytes sealed) {
        return jdbc.sql(
                                "insert into sealed_key (id, sealed) values (:id, :sealed) on"
                                        + " conflict do nothing")
                        .param("id", id.text())
                        .param("sealed", sealed.toArray())
                        .update()
                == 1;
    }

    @Override
    public Optional<Bytes> get(KeyId id) {
        return jdbc.sql("select sealed from sealed_key where id = :id")
                .param("id", id.text())
                .query(byte[].class)
                .optional()
                .map(Bytes::owning);
    }

    @Override
    public boolean remove(KeyId id) {
        return jdbc.sql("delete from sealed_key where id = :id").param("id", id.text()).update()
                == 1;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from sealed_key").query(Long.class).single() == 0;
    }
}
