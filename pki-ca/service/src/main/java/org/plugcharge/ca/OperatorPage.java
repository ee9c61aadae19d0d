package org.plugcharge.ca;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The page for people: three files and nothing from elsewhere. It holds no secret; what it shows it
 * gets from REST with the token its user types in.
 */
@RestController
class OperatorPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
                    + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GetMapping({"/operator", "/operator/"})
    ResponseEntity<String> page() throws IOException {
        return file("page.html", "text/html");
    }

    @GetMapping("/operator/page.js")
    ResponseEntity<String> script() throws IOException {
        return file("page.js", "text/javascript");
    }

    @GetMapping("/operator/page.css")
    ResponseEntity<String> style() throws IOException {
        return file("page.css", "text/css");
    }

    private static ResponseEntity<String> file(String name, String type) throws IOException {
        String text =
                new ClassPathResource("org/plugcharge/ca/operator/" + name)
                        .getContentAsString(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .body(text);
    }
}
