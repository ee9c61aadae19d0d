package org.plugcharge.v2g;

import org.plugcharge.exi.BitWriter;

import java.util.function.Consumer;
import java.util.function.Function;

/** A message, its root element, and our codec for it. */
record Sample(
        MessageSet set,
        String element,
        Object message,
        Consumer<BitWriter> encode,
        Function<byte[], Object> decode) {}
