package org.plugcharge.csms.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Makes a delivery and a tariff into a CDR.
 *
 * <p>Rounding: quantities stay exact; each line is rounded once, half up, to the minor unit of the
 * currency; the tax is taken of the sum of the rounded lines and rounded once. So the lines always
 * add up to the total that is shown.
 */
public final class Rater {

    private static final BigDecimal MILLIS_A_MINUTE = BigDecimal.valueOf(60_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rater() {}

    /** The one CDR of this delivery under this tariff. */
    public static Cdr rate(Delivery delivery, Tariff tariff) {
        int places =
                Math.max(0, Currency.getInstance(tariff.currency()).getDefaultFractionDigits());
        List<Cdr.Line> lines = new ArrayList<>();
        BigDecimal kWh = delivery.wattHours().movePointLeft(3).stripTrailingZeros();
        lines.add(
                new Cdr.Line(
                        Cdr.Dimension.ENERGY,
                        plain(kWh),
                        tariff.perKwh(),
                        rounded(kWh.multiply(tariff.perKwh()), places)));
        BigDecimal millis = BigDecimal.valueOf(delivery.charging().toMillis());
        lines.add(
                new Cdr.Line(
                        Cdr.Dimension.TIME,
                        plain(
                                millis.divide(MILLIS_A_MINUTE, 6, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()),
                        tariff.perMinute(),
                        millis.multiply(tariff.perMinute())
                                .divide(MILLIS_A_MINUTE, places, RoundingMode.HALF_UP)));
        lines.add(
                new Cdr.Line(
                        Cdr.Dimension.FLAT,
                        BigDecimal.ONE,
                        tariff.perSession(),
                        rounded(tariff.perSession(), places)));
        BigDecimal net = lines.stream().map(Cdr.Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat =
                net.multiply(tariff.vatPercent()).divide(HUNDRED, places, RoundingMode.HALF_UP);
        return new Cdr(id(delivery.key(), tariff), delivery, tariff, lines, net, vat, net.add(vat));
    }

    /** 36 characters (OCPI allows 39) from everything that makes the CDR this one. */
    private static String id(TransactionKey key, Tariff tariff) {
        String hash =
                EventHash.sha256(
                                String.join(
                                        "\n",
                                        key.tenant(),
                                        key.station(),
                                        key.transactionId(),
                                        tariff.id(),
                                        Integer.toString(tariff.version())))
                        .toHex();
        return "CDR-" + hash.substring(0, 32);
    }

    private static BigDecimal rounded(BigDecimal amount, int places) {
        return amount.setScale(places, RoundingMode.HALF_UP);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.scale() < 0 ? quantity.setScale(0, RoundingMode.UNNECESSARY) : quantity;
    }
}
