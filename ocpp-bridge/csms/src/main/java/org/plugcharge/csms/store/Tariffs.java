package org.plugcharge.csms.store;

import org.plugcharge.csms.rating.Delivery;
import org.plugcharge.csms.rating.Tariff;
import org.plugcharge.ocpp.v201.IdToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Versions of tariffs, and which one an authorisation froze. */
@Component
public class Tariffs {

    private final JdbcClient database;

    Tariffs(JdbcClient database) {
        this.database = database;
    }

    /** Adds a version; one that is there already stays as it is. */
    public void add(Tariff tariff) {
        database.sql(
                        """
                        insert into tariff (id, version, valid_from, currency, per_kwh, per_minute, per_session, vat_percent)
                        values (:id, :version, :from, :currency, :kwh, :minute, :session, :vat)
                        on conflict do nothing
                        """)
                .param("id", tariff.id())
                .param("version", tariff.version())
                .param("from", Stations.sql(tariff.validFrom()))
                .param("currency", tariff.currency())
                .param("kwh", tariff.perKwh())
                .param("minute", tariff.perMinute())
                .param("session", tariff.perSession())
                .param("vat", tariff.vatPercent())
                .update();
    }

    /** Every version. */
    public List<Tariff> all() {
        return database.sql(
                        """
                        select id, version, valid_from, currency, per_kwh, per_minute, per_session, vat_percent
                        from tariff order by id, version
                        """)
                .query((row, _) ->
                        new Tariff(
                                row.getString(1),
                                row.getInt(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                row.getBigDecimal(7),
                                row.getBigDecimal(8)))
                .list();
    }

    /**
     * Notes that {@code token} was accepted at {@code station}: the tariff in force now is the one
     * it will be billed by.
     */
    public void freeze(String tenant, String station, IdToken token, Instant now) {
        Tariff tariff = inForce(now);
        database.sql(
                        """
                        insert into authorization_given
                            (tenant, station, token_type, token, at, tariff_id, tariff_version)
                        values (:tenant, :station, :type, :token, :at, :tariff, :version)
                        """)
                .param("tenant", tenant)
                .param("station", station)
                .param("type", token.type().wire())
                .param("token", token.idToken())
                .param("at", Stations.sql(now))
                .param("tariff", tariff.id())
                .param("version", tariff.version())
                .update();
    }

    /**
     * The tariff a delivery is billed by: the one frozen by the authorisation nearest in time to
     * the event that names the token, within a day of it; else, for what was authorised offline,
     * the one in force at that event. Does not depend on when or in which order events came.
     */
    public Tariff of(Delivery delivery) {
        Optional<Tariff> frozen =
                database.sql(
                                """
                                select tariff_id, tariff_version from authorization_given
                                where tenant = :tenant and station = :station and token_type = :type and token = :token
                                  and at between cast(:at as timestamptz) - interval '1 day'
                                             and cast(:at as timestamptz) + interval '5 minutes'
                                order by abs(extract(epoch from at - cast(:at as timestamptz))), id limit 1
                                """)
                        .param("tenant", delivery.key().tenant())
                        .param("station", delivery.key().station())
                        .param("type", delivery.token().type().wire())
                        .param("token", delivery.token().idToken())
                        .param("at", Stations.sql(delivery.authorizedAt()))
                        .query((row, _) -> version(row.getString(1), row.getInt(2)))
                        .optional();
        return frozen.orElseGet(() -> inForce(delivery.authorizedAt()));
    }

    private Tariff version(String id, int version) {
        return all().stream()
                .filter(tariff -> tariff.id().equals(id) && tariff.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no tariff " + id + " version " + version));
    }

    private Tariff inForce(Instant at) {
        return Tariff.inForce(all(), at)
                .orElseThrow(() -> new IllegalStateException("no tariff is in force at " + at));
    }
}
