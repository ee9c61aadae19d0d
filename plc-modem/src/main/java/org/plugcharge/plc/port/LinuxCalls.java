package org.plugcharge.plc.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** The system calls that ports need; a failed one is a {@link PortException} with its errno. */
final class LinuxCalls {

    static final int EPERM = 1;
    static final int EINTR = 4;

    private static final int POLLIN = 1;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final StructLayout POLL =
            MemoryLayout.structLayout(
                    JAVA_INT.withName("fd"),
                    JAVA_SHORT.withName("events"),
                    JAVA_SHORT.withName("revents"));

    private static final MethodHandle SOCKET =
            call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle BIND =
            call("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle OPEN =
            call(
                    "open",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL =
            call(
                    "ioctl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle POLL_CALL =
            call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            call("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle RECVFROM =
            call(
                    "recvfrom",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle CLOSE =
            call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private LinuxCalls() {}

    /** A call that failed. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        private final int errno;

        Failed(String call, int errno) {
            super(call + " failed with errno " + errno);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }

    @FunctionalInterface
    private interface Call {
        long invoke(MemorySegment state) throws Throwable;
    }

    static int socket(int domain, int type, int protocol) throws Failed {
        return (int) run("socket", s -> (int) SOCKET.invokeExact(s, domain, type, protocol));
    }

    static void bind(int fd, MemorySegment address) throws Failed {
        int length = (int) address.byteSize();
        run("bind", s -> (int) BIND.invokeExact(s, fd, address, length));
    }

    static int open(String path, int flags) throws Failed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return (int) run("open", s -> (int) OPEN.invokeExact(s, name, flags));
        }
    }

    static void ioctl(int fd, long request, MemorySegment argument) throws Failed {
        run("ioctl", s -> (int) IOCTL.invokeExact(s, fd, request, argument));
    }

    /** Whether there is something to read within {@code milliseconds}. */
    static boolean readable(int fd, int milliseconds) throws Failed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(POLL);
            poll.set(JAVA_INT, 0, fd);
            poll.set(JAVA_SHORT, 4, (short) POLLIN);
            return run("poll", s -> (int) POLL_CALL.invokeExact(s, poll, 1L, milliseconds)) > 0;
        }
    }

    static int read(int fd, MemorySegment buffer) throws Failed {
        long size = buffer.byteSize();
        return (int) run("read", s -> (long) READ.invokeExact(s, fd, buffer, size));
    }

    static void write(int fd, MemorySegment buffer) throws Failed {
        long size = buffer.byteSize();
        run("write", s -> (long) WRITE.invokeExact(s, fd, buffer, size));
    }

    /** Receives one datagram; {@code address} takes where it came from. */
    static int receive(int fd, MemorySegment buffer, MemorySegment address, MemorySegment length)
            throws Failed {
        long size = buffer.byteSize();
        return (int)
                run(
                        "recvfrom",
                        s -> (long) RECVFROM.invokeExact(s, fd, buffer, size, 0, address, length));
    }

    static void close(int fd) throws Failed {
        run("close", s -> (int) CLOSE.invokeExact(s, fd));
    }

    private static long run(String name, Call call) throws Failed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.invoke(state);
            if (result < 0) {
                throw new Failed(name, (int) ERRNO.get(state, 0L));
            }
            return result;
        } catch (Failed | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted") // what a port is for; the jars' manifests enable it
    private static MethodHandle call(
            String name, FunctionDescriptor types, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = CAPTURE;
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new PortException("this system has no " + name));
        return LINKER.downcallHandle(address, types, all);
    }
}
