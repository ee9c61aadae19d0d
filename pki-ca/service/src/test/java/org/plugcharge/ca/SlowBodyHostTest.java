package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A body that drips for ever, on the service's own server, filter and problem documents. Time runs
 * as the test says, so nothing here depends on how fast the machine is.
 */
@Timeout(120)
class SlowBodyHostTest {

    private static final String HERE = "slow-body";

    /** While it is true every look at the clock is a second after the one before. */
    private static volatile boolean timeFlies;

    private static long now;
    private static AnnotationConfigServletWebServerApplicationContext context;

    private static synchronized long nanoTime() {
        now += timeFlies ? 1_000_000_000L : 0;
        return now;
    }

    /**
     * The profile keeps it out of the service itself, which looks for its parts in this package.
     */
    @Profile(HERE)
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import({Problems.class, Echo.class})
    static class Server {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
            tomcat.addEngineValves(new CutBodies());
            return tomcat;
        }

        @Bean
        Metrics metrics() {
            return new Metrics();
        }

        @Bean
        FilterRegistrationBean<BodyLimit> bodyLimit() {
            return new FilterRegistrationBean<>(new BodyLimit(SlowBodyHostTest::nanoTime));
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext web) {
            return new ServletRegistrationBean<>(new DispatcherServlet(web), "/*");
        }
    }

    @Profile(HERE)
    @RestController
    static class Echo {

        @PostMapping("/echo")
        Map<String, Object> echo(@RequestBody Map<String, Object> body) {
            return body;
        }
    }

    @BeforeAll
    static void start() {
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment().setActiveProfiles(HERE);
        context.register(Server.class);
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aBodyThatDripsForEverIsCutAndTheNextRequestWorks() throws Exception {
        timeFlies = true;
        String answer;
        try (Socket socket = open("Transfer-Encoding: chunked")) {
            answer = drip(socket);
        } finally {
            timeFlies = false;
        }
        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"http.slow\"");
        String body = "{\"a\": \"b\"}";
        try (Socket socket = open("Content-Length: " + body.length())) {
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            assertThat(
                            new String(
                                    socket.getInputStream().readAllBytes(),
                                    StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /** One octet a chunk for as long as anybody takes them; returns what was said meanwhile. */
    private static String drip(Socket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            write(socket, "1\r\n{\r\n");
            while (true) {
                said.write(in.readNBytes(in.available()));
                write(socket, "1\r\n \r\n");
                Thread.sleep(5);
            }
        } catch (SocketException e) {
            said.write(in.readNBytes(in.available()));
            return said.toString(StandardCharsets.US_ASCII);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Socket open(String header) throws IOException {
        Socket socket =
                new Socket(
                        InetAddress.getLoopbackAddress(),
                        Objects.requireNonNull(context.getWebServer()).getPort());
        socket.getOutputStream()
                .write(
                        """
                        POST /echo HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: application/json\r
                        Connection: close\r
                        %s\r
                        \r
                        """
                                .formatted(header)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
