package org.plugcharge.evcc.report;

import org.plugcharge.evcc.report.CaseResult.Status;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as the XML that build servers read: one suite for each kind of case. */
public final class JunitReport {

    private static final int REPLACEMENT = 0xFFFD;

    private JunitReport() {}

    /** The text. */
    public static String text(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("testsuites");
            for (String kind : kinds(report)) {
                suite(out, kind, report);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
        return text + "\n";
    }

    private static List<String> kinds(Report report) {
        return report.cases().stream().map(CaseResult::kind).distinct().toList();
    }

    private static void suite(XMLStreamWriter out, String kind, Report report)
            throws XMLStreamException {
        List<CaseResult> cases =
                report.cases().stream().filter(one -> one.kind().equals(kind)).toList();
        out.writeStartElement("testsuite");
        attribute(out, "name", "evcc-sim " + kind);
        attribute(out, "tests", Integer.toString(cases.size()));
        attribute(out, "failures", count(cases, Status.FAILED));
        attribute(out, "errors", "0");
        attribute(out, "skipped", count(cases, Status.SKIPPED));
        attribute(
                out,
                "time",
                seconds(
                        cases.stream()
                                .map(CaseResult::took)
                                .reduce(Duration.ZERO, Duration::plus)));
        attribute(out, "timestamp", report.began().toString());
        for (CaseResult one : cases) {
            testcase(out, one);
        }
        out.writeEndElement();
    }

    private static String count(List<CaseResult> cases, Status status) {
        return Long.toString(cases.stream().filter(one -> one.status() == status).count());
    }

    private static void testcase(XMLStreamWriter out, CaseResult one) throws XMLStreamException {
        out.writeStartElement("testcase");
        attribute(out, "classname", "evcc-sim." + one.kind());
        attribute(out, "name", one.name());
        attribute(out, "time", seconds(one.took()));
        switch (one.status()) {
            case FAILED -> {
                out.writeStartElement("failure");
                attribute(out, "message", one.text());
                out.writeCharacters(clean(detail(one)));
                out.writeEndElement();
            }
            case SKIPPED -> {
                out.writeEmptyElement("skipped");
                attribute(out, "message", one.text());
            }
            case PASSED -> {}
        }
        out.writeEndElement();
    }

    private static String detail(CaseResult one) {
        return one.demanded().isEmpty()
                ? one.text()
                : "demanded: " + one.demanded() + "\nseen: " + one.text();
    }

    private static void attribute(XMLStreamWriter out, String name, String value)
            throws XMLStreamException {
        out.writeAttribute(name, clean(value));
    }

    /** A station's words may hold characters that XML has no place for. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> allowed(character) ? character : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
