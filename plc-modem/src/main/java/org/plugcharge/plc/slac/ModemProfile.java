package org.plugcharge.plc.slac;

import org.plugcharge.plc.mme.Mme.SetKeyCnf;

/** What a vendor's modem means by its answers. */
public enum ModemProfile {
    /** CM_SET_KEY.CNF as HomePlug has it: result 0 is success. */
    HOMEPLUG(0),
    /** QCA7000 family: answers 1 when it took the key, 0 when it did not. Seen on real hardware. */
    QUALCOMM(1);

    private final int success;

    ModemProfile(int success) {
        this.success = success;
    }

    /** Whether the modem says it took the key. Only the link that comes up afterwards proves it. */
    public boolean accepted(SetKeyCnf answer) {
        return answer.result() == success;
    }

    /** The CM_SET_KEY.CNF result by which such a modem says that it took the key. */
    public int success() {
        return success;
    }
}
