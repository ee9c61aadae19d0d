package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.explain.Explainer.LogFrame;
import org.plugcharge.tool.session.MessageReader;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.v2gtp.PayloadType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds frames in the lines of a log: octets in hex, with spaces, colons or nothing between them,
 * that begin with a V2GTP header (01 FE) or are an EXI message (80 ...) as a whole.
 *
 * <p>A time in the line is its time: a date with a time (UTC if it has no offset), a time of day,
 * or seconds since 1970 with a fraction.
 */
public final class LogLine {

    private static final Pattern HEX =
            Pattern.compile(
                    "(?<![0-9A-Za-z])(?:0[xX])?([0-9a-fA-F]{2}(?:["
                            + " :,-]?[0-9a-fA-F]{2}){3,})(?![0-9A-Za-z])");
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?"
                            + "(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d\\d:\\d\\d:\\d\\d)[.,](\\d{3,9})(?!\\d)");
    private static final Pattern EPOCH = Pattern.compile("(?<!\\d)(\\d{10})\\.(\\d{3,9})(?!\\d)");
    private static final Pattern VEHICLE =
            Pattern.compile(
                    "\\b(evcc|vehicle|car)\\s*(->|=>|→|to\\b)|(<-|<=|←)\\s*(evcc|vehicle|car)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern STATION =
            Pattern.compile(
                    "\\b(secc|station|evse)\\s*(->|=>|→|to\\b)|(<-|<=|←)\\s*(secc|station|evse)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 1 << 20;
    private static final byte EXI_START = (byte) 0x80;

    private LogLine() {}

    /** The frames in a line, in their order; none in most. */
    public static List<LogFrame> frames(long number, String line) {
        if (line.length() > LONGEST_LINE) {
            return List.of();
        }
        List<LogFrame> frames = new ArrayList<>();
        Matcher matcher = HEX.matcher(line);
        while (matcher.find()) {
            String digits = matcher.group(1).replaceAll("[^0-9a-fA-F]", "");
            Bytes octets = Bytes.fromHex(digits);
            if (isFrame(octets)) {
                frames.add(new LogFrame(number, time(line), party(line), octets));
            }
        }
        return frames;
    }

    private static boolean isFrame(Bytes octets) {
        if (octets.at(0) == 1 && octets.at(1) == (byte) 0xFE) {
            return octets.length() >= 8;
        }
        return octets.at(0) == EXI_START && readable(octets);
    }

    private static boolean readable(Bytes octets) {
        MessageReader reader = new MessageReader();
        PayloadType type = reader.guess(octets);
        return reader.read(type, octets) instanceof MessageReader.Result.Read(var message, _)
                && message.sender().isPresent();
    }

    private static @Nullable Party party(String line) {
        return VEHICLE.matcher(line).find()
                ? Party.VEHICLE
                : STATION.matcher(line).find() ? Party.STATION : null;
    }

    private static @Nullable Instant time(String line) {
        try {
            Matcher date = DATE.matcher(line);
            if (date.find()) {
                String local = date.group(1) + "T" + date.group(2) + fraction(date.group(3));
                String offset = date.group(4);
                return offset == null
                        ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(local + colon(offset)).toInstant();
            }
            Matcher time = TIME.matcher(line);
            if (time.find()) {
                return LocalDate.EPOCH
                        .atTime(LocalTime.parse(time.group(1) + fraction(time.group(2))))
                        .toInstant(ZoneOffset.UTC);
            }
            Matcher epoch = EPOCH.matcher(line);
            if (epoch.find()) {
                String nanos = (epoch.group(2) + "00000000").substring(0, 9);
                return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), Long.parseLong(nanos));
            }
        } catch (DateTimeException _) {
            // No time after all.
        }
        return null;
    }

    private static String fraction(@Nullable String digits) {
        return digits == null ? "" : "." + digits;
    }

    private static String colon(String offset) {
        return offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    }
}
