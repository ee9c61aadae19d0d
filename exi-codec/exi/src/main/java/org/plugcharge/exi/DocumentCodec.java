package org.plugcharge.exi;

/**
 * Codes the messages of one set as whole EXI documents; each message is a record with an element of
 * its own.
 *
 * <p>{@link ExiException} is all that can go wrong: octets that are no message of the set, or a
 * record that holds what the schema forbids. Strings are written as literals, zero octets behind a
 * document are taken as padding, second-level events are refused.
 *
 * @param <M> what all messages of the set are
 */
public final class DocumentCodec<M> {

    private final RootCodec roots;
    private final Class<M> type;

    /** Over the generated documents of a set, of which only those of {@code type} are taken. */
    public DocumentCodec(RootCodec roots, Class<M> type) {
        this.roots = roots;
        this.type = type;
    }

    /** The message as an EXI document. */
    public Bytes encode(M message) {
        BitWriter out = new BitWriter();
        roots.encode(out, (Record) message);
        return out.toBytes();
    }

    /**
     * Writes the message as an EXI document after a {@link BitWriter#reset} of {@code out};
     * allocates nothing once {@code out} has grown.
     */
    public void encode(M message, BitWriter out) {
        roots.encode(out.reset(), (Record) message);
    }

    /**
     * Writes the message to {@code target} from {@code offset} on; the number of octets written.
     */
    public int encode(M message, byte[] target, int offset) {
        BitWriter out = new BitWriter();
        roots.encode(out, (Record) message);
        return out.copyTo(target, offset);
    }

    /** Reads a message. */
    public M decode(Bytes octets) {
        return decode(new BitReader(octets));
    }

    /** Reads a message from {@code length} octets of an array, which is not kept. */
    public M decode(byte[] octets, int offset, int length) {
        return decode(new BitReader(octets, offset, length));
    }

    private M decode(BitReader in) {
        NamedValue root = roots.decode(in);
        if (type.isInstance(root.value())) {
            return type.cast(root.value());
        }
        throw in.refuse("expected a " + type.getSimpleName() + ", found " + root.name());
    }
}
