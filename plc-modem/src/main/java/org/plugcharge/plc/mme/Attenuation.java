package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

import java.util.Arrays;
import java.util.List;

/**
 * The attenuation of one link: one unsigned decibel figure for each of up to 58 groups of carriers.
 */
public record Attenuation(Bytes groups) {

    /** The number of groups Green PHY modems report. */
    public static final int GROUPS = 58;

    /** {@link IllegalArgumentException} unless there are 1 to 58 groups. */
    public Attenuation {
        if (groups.length() < 1 || groups.length() > GROUPS) {
            throw new IllegalArgumentException("expected 1 to 58 groups, got " + groups.length());
        }
    }

    /** The same attenuation, 0 to 255 dB, in all 58 groups. */
    public static Attenuation flat(int decibel) {
        if (decibel < 0 || decibel > 255) {
            throw new IllegalArgumentException("expected 0 to 255 dB, got " + decibel);
        }
        byte[] groups = new byte[GROUPS];
        Arrays.fill(groups, (byte) decibel);
        return new Attenuation(Bytes.owning(groups));
    }

    /**
     * The mean, group by group and rounded to the nearest decibel, of profiles that all have as
     * many groups as the first.
     */
    public static Attenuation mean(List<Attenuation> profiles) {
        byte[] mean = new byte[profiles.getFirst().groups.length()];
        for (int group = 0; group < mean.length; group++) {
            int sum = profiles.size() / 2;
            for (Attenuation profile : profiles) {
                sum += profile.groups.at(group) & 0xff;
            }
            mean[group] = (byte) (sum / profiles.size());
        }
        return new Attenuation(Bytes.owning(mean));
    }

    /** The mean over all groups, in thousandths of a decibel. */
    public int meanMillidecibel() {
        int sum = 0;
        for (int group = 0; group < groups.length(); group++) {
            sum += groups.at(group) & 0xff;
        }
        return sum * 1000 / groups.length();
    }

    @Override
    public String toString() {
        int mean = meanMillidecibel();
        return "%d.%d dB over %d groups".formatted(mean / 1000, mean % 1000 / 100, groups.length());
    }
}
