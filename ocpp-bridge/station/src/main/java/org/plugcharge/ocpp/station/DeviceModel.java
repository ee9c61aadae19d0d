package org.plugcharge.ocpp.station;

import org.plugcharge.ocpp.v201.AttributeType;
import org.plugcharge.ocpp.v201.Component;
import org.plugcharge.ocpp.v201.GetVariableData;
import org.plugcharge.ocpp.v201.GetVariableResult;
import org.plugcharge.ocpp.v201.GetVariableStatus;
import org.plugcharge.ocpp.v201.SetVariableData;
import org.plugcharge.ocpp.v201.SetVariableResult;
import org.plugcharge.ocpp.v201.SetVariableStatus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The variables a CSMS can read and set: those that steer Plug & Charge, the queue and the
 * heartbeat (2.0.1 Part 2 appendices, ISO15118Ctrlr, OCPPCommCtrlr, AuthCtrlr). Only the actual
 * value of each is kept, in memory. Safe for use by many threads.
 */
public final class DeviceModel {

    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{1,50}");

    private final Map<String, Entry> variables = new LinkedHashMap<>();

    private record Entry(String value, boolean writable, Pattern form) {}

    /**
     * The variables with their defaults; {@code seccId}, {@code organization} and {@code country}
     * name the SECC's certificate.
     */
    public DeviceModel(String seccId, String organization, String country) {
        put("ISO15118Ctrlr.Enabled", "true", false, FLAG);
        put("ISO15118Ctrlr.PnCEnabled", "true", true, FLAG);
        put("ISO15118Ctrlr.CentralContractValidationAllowed", "true", true, FLAG);
        put("ISO15118Ctrlr.ContractValidationOffline", "false", true, FLAG);
        put("ISO15118Ctrlr.V2GCertificateInstallationEnabled", "true", true, FLAG);
        put("ISO15118Ctrlr.ContractCertificateInstallationEnabled", "true", true, FLAG);
        put("ISO15118Ctrlr.SeccId", seccId, false, NAME);
        put("ISO15118Ctrlr.OrganizationName", organization, false, NAME);
        put("ISO15118Ctrlr.CountryName", country, false, NAME);
        put("AuthCtrlr.LocalAuthorizeOffline", "false", true, FLAG);
        put("OCPPCommCtrlr.HeartbeatInterval", "60", true, COUNT);
        put("OCPPCommCtrlr.MessageAttempts", "3", true, COUNT);
        put("OCPPCommCtrlr.MessageAttemptInterval", "10", true, COUNT);
        put("OCPPCommCtrlr.QueueAllMessages", "true", false, FLAG);
    }

    /**
     * The value of {@code Component.Variable}; {@link IllegalArgumentException} if there is none.
     */
    public synchronized String value(String name) {
        Entry entry = variables.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no variable " + name);
        }
        return entry.value();
    }

    /** Whether {@code Component.Variable} is true. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(value(name));
    }

    /**
     * Sets a variable from inside the station, whether a CSMS may or not; {@link
     * IllegalArgumentException} if it does not fit.
     */
    public synchronized void set(String name, String value) {
        Entry entry = variables.get(name);
        if (entry == null || !entry.form().matcher(value).matches()) {
            throw new IllegalArgumentException("no variable " + name + " or no value " + value);
        }
        variables.put(name, new Entry(value, entry.writable(), entry.form()));
    }

    List<GetVariableResult> get(List<GetVariableData> wanted) {
        return wanted.stream().map(this::get).toList();
    }

    List<SetVariableResult> set(List<SetVariableData> wanted) {
        return wanted.stream().map(this::set).toList();
    }

    private synchronized GetVariableResult get(GetVariableData wanted) {
        Optional<Entry> entry =
                Optional.ofNullable(
                        variables.get(name(wanted.component(), wanted.variable().name())));
        GetVariableStatus status =
                entry.isEmpty()
                        ? known(wanted.component())
                                ? GetVariableStatus.UNKNOWN_VARIABLE
                                : GetVariableStatus.UNKNOWN_COMPONENT
                        : actual(wanted.attributeType())
                                ? GetVariableStatus.ACCEPTED
                                : GetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE;
        String value =
                status == GetVariableStatus.ACCEPTED ? entry.map(Entry::value).orElse(null) : null;
        return new GetVariableResult(
                null, status, wanted.attributeType(), value, wanted.component(), wanted.variable());
    }

    private synchronized SetVariableResult set(SetVariableData wanted) {
        String name = name(wanted.component(), wanted.variable().name());
        Entry entry = variables.get(name);
        SetVariableStatus status = SetVariableStatus.ACCEPTED;
        if (entry == null) {
            status =
                    known(wanted.component())
                            ? SetVariableStatus.UNKNOWN_VARIABLE
                            : SetVariableStatus.UNKNOWN_COMPONENT;
        } else if (!actual(wanted.attributeType())) {
            status = SetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE;
        } else if (!entry.writable() || !entry.form().matcher(wanted.attributeValue()).matches()) {
            status = SetVariableStatus.REJECTED;
        } else {
            variables.put(name, new Entry(wanted.attributeValue(), true, entry.form()));
        }
        return new SetVariableResult(
                wanted.attributeType(), status, null, wanted.component(), wanted.variable());
    }

    private boolean known(Component component) {
        return variables.keySet().stream()
                .anyMatch(name -> name.startsWith(component.name() + "."));
    }

    private static boolean actual(@org.jspecify.annotations.Nullable AttributeType type) {
        return type == null || type == AttributeType.ACTUAL;
    }

    private static String name(Component component, String variable) {
        return component.name() + "." + variable;
    }

    private void put(String name, String value, boolean writable, Pattern form) {
        variables.put(name, new Entry(value, writable, form));
    }
}
