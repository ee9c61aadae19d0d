package org.plugcharge.evcc.demo;

import java.time.Duration;

/** The CDR as a receipt that a driver understands. */
final class ReceiptView {

    private ReceiptView() {}

    static void write(SessionReport report, Html page) {
        if (report.receipt().isEmpty()) {
            return;
        }
        Receipt receipt = report.receipt().orElseThrow();
        page.raw("<section id=\"receipt\" aria-labelledby=\"receipt-h\">\n")
                .raw("<h2 id=\"receipt-h\">Receipt</h2>\n")
                .raw("<article class=\"receipt\">\n<p class=\"sum\"><span>Total</span><b>")
                .text(money(receipt, receipt.gross()))
                .raw("</b></p>\n<dl>");
        row("Station", receipt.station(), page);
        row("Paid by", receipt.customer(), page);
        row("From", Quantities.second(receipt.start()), page);
        row("To", Quantities.second(receipt.end()), page);
        row("Time", Quantities.duration(Duration.between(receipt.start(), receipt.end())), page);
        row("Energy", Quantities.plain(receipt.kiloWattHours()) + " kWh", page);
        page.raw("</dl>\n")
                .raw(
                        "<table><thead><tr><th scope=\"col\">What</th><th"
                                + " scope=\"col\">Quantity</th>")
                .raw(
                        "<th scope=\"col\">Price</th><th"
                                + " scope=\"col\">Amount</th></tr></thead><tbody>\n");
        for (Receipt.Line line : receipt.lines()) {
            page.raw("<tr><th scope=\"row\">")
                    .text(line.dimension())
                    .raw("</th><td>")
                    .text(Quantities.billed(line.quantity()) + " " + line.unit())
                    .raw("</td><td>")
                    .text(Quantities.plain(line.unitPrice()))
                    .raw("</td><td>")
                    .text(Quantities.plain(line.amount()))
                    .raw("</td></tr>\n");
        }
        page.raw("</tbody><tfoot>\n");
        total("Net", Quantities.plain(receipt.net()), page);
        total(
                "VAT " + Quantities.billed(receipt.vatPercent()) + " %",
                Quantities.plain(receipt.vat()),
                page);
        total("Total", money(receipt, receipt.gross()), page);
        page.raw("</tfoot></table>\n<p class=\"ids\">Charge detail record ")
                .text(receipt.id())
                .raw("<br>Transaction ")
                .text(receipt.transactionId())
                .raw("<br>Tariff ")
                .text(receipt.tariffId())
                .raw("</p>\n</article>\n</section>\n");
    }

    private static void row(String name, String value, Html page) {
        page.raw("<div>").element("dt", name).element("dd", value).raw("</div>");
    }

    private static void total(String name, String amount, Html page) {
        page.raw("<tr><th scope=\"row\" colspan=\"3\">")
                .text(name)
                .raw("</th><td>")
                .text(amount)
                .raw("</td></tr>\n");
    }

    private static String money(Receipt receipt, java.math.BigDecimal amount) {
        return Quantities.plain(amount) + " " + receipt.currency();
    }
}
