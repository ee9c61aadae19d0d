package org.plugcharge.ca;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Refuses bodies longer than {@value #MAX_OCTETS} octets, announced or not, before they are held in
 * memory, and those that take longer than {@link #MAX_TIME}.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final LongSupplier nanoTime;

    /** Time comes from {@code nanoTime}, as of {@link System#nanoTime}. */
    BodyLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    static final int MAX_OCTETS = 65_536;

    /** Attribute of a request whose body took too long. */
    static final String CUT = BodyLimit.class.getName() + ".cut";

    /** Between two octets the server waits for its connection timeout, so it may be that longer. */
    static final Duration MAX_TIME = Duration.ofSeconds(10);

    /** A body went over the limit while it was read. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("a body of at most " + MAX_OCTETS + " octets is read");
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_OCTETS) {
            ProblemWriter.write(response, 413, "http.size", new TooLongException().getMessage());
            return;
        }
        chain.doFilter(new Limited(request, response, nanoTime), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final HttpServletResponse response;
        private final LongSupplier nanoTime;

        Limited(HttpServletRequest request, HttpServletResponse response, LongSupplier nanoTime) {
            super(request);
            this.response = response;
            this.nanoTime = nanoTime;
        }

        /** Nothing more is read from it, and nothing after it. */
        private void cut() {
            setAttribute(CUT, true);
            response.setHeader("Connection", "close");
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), nanoTime, this::cut);
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private final LongSupplier nanoTime;
        private final Runnable cut;
        private final long start;
        private int read;

        LimitedStream(ServletInputStream stream, LongSupplier nanoTime, Runnable cut) {
            this.stream = stream;
            this.nanoTime = nanoTime;
            this.cut = cut;
            this.start = nanoTime.getAsLong();
        }

        @Override
        public int read() throws IOException {
            int octet = stream.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            int count = stream.read(octets, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws IOException {
            if (nanoTime.getAsLong() - start > MAX_TIME.toNanos()) {
                cut.run();
                throw new SocketTimeoutException("a body that takes too long");
            }
            read += more;
            if (read > MAX_OCTETS) {
                throw new TooLongException();
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
