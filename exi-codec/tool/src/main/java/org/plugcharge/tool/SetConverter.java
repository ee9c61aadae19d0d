package org.plugcharge.tool;

import org.plugcharge.v2g.MessageSet;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;

/** Turns the label of a message set into the set. */
final class SetConverter implements ITypeConverter<MessageSet> {

    @Override
    public MessageSet convert(String label) {
        return MessageSet.of(label)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "expected one of "
                                        + Arrays.stream(MessageSet.values())
                                                .map(MessageSet::label)
                                                .toList()
                                        + ", found "
                                        + label));
    }
}
