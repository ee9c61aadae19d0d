package org.plugcharge.secc.host;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connections of one connector: {@value #PER_SOURCE} of one source and {@value #ALL} of all at
 * most.
 *
 * <p>Where one more comes, the oldest without a session has to go: a vehicle has its session within
 * a second, who connects and says nothing has none. So silent connections, however many, keep no
 * vehicle out. Safe for several threads.
 */
final class Connections {

    static final int ALL = 16;
    static final int PER_SOURCE = 4;

    /** Where each comes from, in the order they came. */
    private final Map<V2gConnection, InetAddress> sources = new LinkedHashMap<>();

    private Optional<V2gConnection> withSession = Optional.empty();

    /** Takes one in; the one that has to go for it. */
    synchronized Optional<V2gConnection> admit(V2gConnection connection, InetAddress source) {
        boolean tooManyOfIt =
                sources.values().stream().filter(source::equals).count() >= PER_SOURCE;
        Optional<V2gConnection> leaving =
                tooManyOfIt ? oldest(source) : sources.size() >= ALL ? oldest() : Optional.empty();
        leaving.ifPresent(sources::remove);
        sources.put(connection, source);
        return leaving;
    }

    private Optional<V2gConnection> oldest(InetAddress source) {
        return sources.entrySet().stream()
                .filter(entry -> entry.getValue().equals(source))
                .map(Map.Entry::getKey)
                .filter(connection -> !withSession.equals(Optional.of(connection)))
                .findFirst();
    }

    private Optional<V2gConnection> oldest() {
        return sources.keySet().stream()
                .filter(connection -> !withSession.equals(Optional.of(connection)))
                .findFirst();
    }

    /** This one has the session and is not sent away. */
    synchronized void hasSession(V2gConnection connection) {
        withSession = Optional.of(connection);
    }

    synchronized void leave(V2gConnection connection) {
        sources.remove(connection);
        if (withSession.equals(Optional.of(connection))) {
            withSession = Optional.empty();
        }
    }

    synchronized List<V2gConnection> all() {
        return new ArrayList<>(sources.keySet());
    }
}
