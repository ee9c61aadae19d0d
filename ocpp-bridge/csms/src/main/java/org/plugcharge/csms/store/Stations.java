package org.plugcharge.csms.store;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.BootNotificationRequest;
import org.plugcharge.ocpp.v201.SecurityEventNotificationRequest;
import org.plugcharge.ocpp.v201.StatusNotificationRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The stations that may connect and what they said of themselves. */
@Component
public class Stations {

    private static final int MIN_PASSWORD = 16;
    private static final int MAX_PASSWORD = 64;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    Stations(JdbcClient database) {
        this.database = database;
    }

    /** A station as a page or a person wants to see it. */
    public record View(
            String tenant,
            String id,
            @Nullable String vendor,
            @Nullable String model,
            @Nullable Instant bootedAt,
            @Nullable Instant seenAt) {}

    /**
     * Lets a station in from now on, or gives it another password; {@link IllegalArgumentException}
     * for a password outside 16 to 64 characters and for an id that is none.
     *
     * @param seccId the common name its SECC certificate must have, if it is known
     */
    public void register(String tenant, String id, String password, Optional<String> seccId) {
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw new IllegalArgumentException("expected a password of 16 to 64 characters");
        }
        if (!id.matches("[A-Za-z0-9*_=+|@.-]{1,48}")) {
            throw new IllegalArgumentException(
                    "expected a station id of 1 to 48 letters, digits and * _ = + | @ . -");
        }
        Bytes salt = Passwords.salt(random);
        database.sql(
                        """
                        insert into station (tenant, id, password_salt, password_hash, secc_id)
                        values (:tenant, :id, :salt, :hash, :secc)
                        on conflict (tenant, id) do update
                        set password_salt = excluded.password_salt, password_hash = excluded.password_hash,
                            secc_id = excluded.secc_id
                        """)
                .param("tenant", tenant)
                .param("id", id)
                .param("salt", salt.toArray())
                .param("hash", Passwords.hash(password, salt).toArray())
                .param("secc", seccId.orElse(null))
                .update();
    }

    private record Credentials(Bytes salt, Bytes hash) {}

    /** Whether this is the station's password; false for a station nobody registered. */
    public boolean authenticate(String tenant, String id, String password) {
        return database.sql(
                        "select password_salt, password_hash from station where tenant = :tenant"
                                + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query((row, _) ->
                        new Credentials(Bytes.of(row.getBytes(1)), Bytes.of(row.getBytes(2))))
                .optional()
                .map(known -> Passwords.hash(password, known.salt()).equals(known.hash()))
                .orElse(false);
    }

    /** The common name a station's SECC certificate must have, if one was given. */
    public Optional<String> seccId(String tenant, String id) {
        return database.sql(
                        "select secc_id from station where tenant = :tenant and id = :id and"
                                + " secc_id is not null")
                .param("tenant", tenant)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A station announced itself. */
    public void booted(String tenant, String id, BootNotificationRequest boot, Instant now) {
        database.sql(
                        """
                        update station set booted_at = :now, seen_at = :now, vendor = :vendor, model = :model
                        where tenant = :tenant and id = :id
                        """)
                .param("now", sql(now))
                .param("vendor", boot.chargingStation().vendorName())
                .param("model", boot.chargingStation().model())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Whether a station has ever announced itself. */
    public boolean hasBooted(String tenant, String id) {
        return database.sql(
                                "select count(*) from station where tenant = :tenant and id = :id"
                                        + " and booted_at is not null")
                        .param("tenant", tenant)
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A station was heard. */
    public void seen(String tenant, String id, Instant now) {
        database.sql("update station set seen_at = :now where tenant = :tenant and id = :id")
                .param("now", sql(now))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** A connector's status; an older one than the one known is ignored. */
    public void status(String tenant, String id, StatusNotificationRequest status) {
        database.sql(
                        """
                        insert into connector (tenant, station, evse, connector, status, at)
                        values (:tenant, :station, :evse, :connector, :status, :at)
                        on conflict (tenant, station, evse, connector) do update
                        set status = excluded.status, at = excluded.at where connector.at <= excluded.at
                        """)
                .param("tenant", tenant)
                .param("station", id)
                .param("evse", status.evseId())
                .param("connector", status.connectorId())
                .param("status", status.connectorStatus().wire())
                .param("at", sql(status.timestamp()))
                .update();
    }

    /** A station reports something that concerns security. */
    public void securityEvent(
            String tenant, String id, SecurityEventNotificationRequest event, Instant now) {
        database.sql(
                        """
                        insert into security_event (tenant, station, type, at, tech_info, received_at)
                        values (:tenant, :station, :type, :at, :info, :now)
                        """)
                .param("tenant", tenant)
                .param("station", id)
                .param("type", event.type())
                .param("at", sql(event.timestamp()))
                .param("info", event.techInfo())
                .param("now", sql(now))
                .update();
    }

    /** Every station. */
    public List<View> all() {
        return database.sql(
                        "select tenant, id, vendor, model, booted_at, seen_at from station order by"
                                + " tenant, id")
                .query((row, _) ->
                        new View(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                instant(row.getObject(5, OffsetDateTime.class)),
                                instant(row.getObject(6, OffsetDateTime.class))))
                .list();
    }

    static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
