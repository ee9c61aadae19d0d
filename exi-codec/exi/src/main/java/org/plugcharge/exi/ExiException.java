package org.plugcharge.exi;

/**
 * The one thing that can go wrong in the codec: the octets are no message of the set, or a record
 * holds what its schema forbids.
 *
 * <p>Says at which bit and in which element, what was expected and what was found.
 */
public final class ExiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final long bitOffset;
    private String path = "";
    private boolean outside;

    /** A problem at a bit of the stream that is read or written. */
    public ExiException(String problem, long bitOffset) {
        super(problem, null, false, false);
        this.problem = problem;
        this.bitOffset = bitOffset;
    }

    /**
     * Adds the name of the element that holds what failed, innermost first; returns this exception.
     */
    public ExiException within(String element) {
        if (outside) {
            outside = false;
        } else if (!element.isEmpty()) {
            path = path.isEmpty() ? element : element + "/" + path;
        }
        return this;
    }

    /**
     * It failed before or behind the element that is named next, which is passed over; returns this
     * exception.
     */
    ExiException outside() {
        outside = true;
        return this;
    }

    /** What was expected and what was found. */
    public String problem() {
        return problem;
    }

    /** How many bits of the stream (header included) were read or written before. */
    public long bitOffset() {
        return bitOffset;
    }

    /**
     * The names of the elements from the root to the one that failed, separated by slashes; empty
     * at the root.
     */
    public String path() {
        return path;
    }

    @Override
    public String getMessage() {
        return (path.isEmpty() ? "" : path + ": ") + problem + " (bit " + bitOffset + ")";
    }
}
