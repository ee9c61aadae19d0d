package org.plugcharge.pool.rest;

import org.plugcharge.pool.store.PoolEvent;
import org.plugcharge.pool.store.PoolStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** What a mobility provider is told of, to be fetched in order. */
@RestController
@RequestMapping("/api/v1/events")
final class EventController {

    private final PoolStore store;

    EventController(PoolStore store) {
        this.store = store;
    }

    record EventAnswer(
            long number, PoolEvent.Kind kind, String emaid, String pcid, Instant happenedAt) {}

    /** Everything after event {@code after}, at most 500. */
    @GetMapping
    List<EventAnswer> after(
            @RequestAttribute(Gate.GRANT) Grant grant,
            @RequestParam(name = "after", defaultValue = "0") long number) {
        Access.only(grant, Role.EMSP);
        return store.eventsAfter(number, grant::reaches).stream()
                .map(event ->
                        new EventAnswer(
                                event.number(),
                                event.kind(),
                                event.emaid().canonical(),
                                event.pcid().text(),
                                event.happenedAt()))
                .toList();
    }
}
