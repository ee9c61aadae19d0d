package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Pem;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The operator's page in a real browser. */
class OperatorPagePeerTest {

    private static final String EVIL = "CPS <img src=x onerror=window.hit=1>";

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path profile;

    private final CaClient client = new CaClient(RunningCa.ca());

    @Test
    void anOperatorFindsAndRevokesAContract() throws Exception {
        Optional<Browser> found = Browser.open(profile);
        assumeTrue(found.isPresent(), "skipped: no chromium (Debian: chromium)");
        Certificate leaf = client.contract("DEPAG000000001");
        client.contract("DEPAG000000002");
        proposed();
        RunningCa.enrol(RunningCa.POOL, "cps-leaf", EVIL, RunningCa.key("evil"));
        try (Browser browser = found.get()) {
            browser.go(URI.create(client.uri() + "/operator"));
            login(browser, "not-a-token-of-anybody");
            browser.await("document.querySelector('#message').className === 'error'");
            assertThat(browser.text("#message")).contains("not known here");
            assertThat(browser.evaluate("document.querySelector('#main').hidden").asBoolean())
                    .isTrue();

            login(browser, RunningCa.ADMIN);
            browser.await("!document.querySelector('#main').hidden");
            assertThat(browser.text("#counts")).contains("iso2.contract-leaf", "on hold");
            assertThat(browser.text("#expiring")).contains("iso2.ocsp-signer");
            assertThat(browser.evaluate("localStorage.length + sessionStorage.length").asInt())
                    .isZero();

            assertThat(browser.evaluate("document.querySelector('#held').hidden").asBoolean())
                    .as("an administrator sees ceremonies")
                    .isFalse();
            assertThat(browser.text("#ceremonies")).contains("cross-certify", "iso2.v2g-root");

            search(browser, "de-pag-");
            browser.await("document.querySelectorAll('#found tbody tr').length === 2");
            search(browser, "DE-PAG-000000001");
            browser.await("document.querySelectorAll('#found tbody tr').length === 1");
            browser.evaluate("document.querySelector('#found tbody button').click()");
            browser.await("document.querySelector('#confirm').open");
            assertThat(browser.text("#what")).contains("DEPAG000000001");
            browser.evaluate("document.querySelector('#confirm button[value=no]').click()");
            browser.await("!document.querySelector('#confirm').open");
            assertThat(status(leaf))
                    .as("nothing without the confirmation")
                    .isInstanceOf(OcspStatus.Good.class);
            browser.evaluate("document.querySelector('#found tbody button').click()");
            browser.await("document.querySelector('#confirm').open");
            browser.screenshot(Path.of("target", "operator-page-revoke.png"));
            browser.evaluate("document.querySelector('#yes').click()");
            browser.await("document.querySelector('#message').innerText.includes('keyCompromise')");
            browser.await("document.querySelector('#found').innerText.includes('revoked')");
            assertThat(status(leaf)).isInstanceOf(OcspStatus.Revoked.class);

            lint(browser, RunningCa.ca().authority(Iso2Profile.V2G_ROOT));
            browser.await("!document.querySelector('#findings').hidden");
            search(browser, "CPS");
            browser.await("document.querySelector('#found').innerText.includes('onerror')");
            assertThat(browser.evaluate("window.hit === undefined").asBoolean())
                    .as("a name is text")
                    .isTrue();
            search(browser, "");
            browser.await("document.querySelectorAll('#found tbody tr').length > 3");
            browser.screenshot(Path.of("target", "operator-page.png"));
            assertThat(Files.size(Path.of("target", "operator-page.png"))).isGreaterThan(10_000);
        }
    }

    private void proposed() {
        for (String profile : new String[] {"iso2.mo-root", "iso2.v2g-root"}) {
            RunningCa.post(
                    RunningCa.ADMIN,
                    "/api/v1/ceremonies",
                    """
                    {"act": "cross-certify", "profile": "%s", "certificate": "%s"}\
                    """
                            .formatted(
                                    profile,
                                    Pem.of(
                                                    Pem.CERTIFICATE,
                                                    RunningCa.ca()
                                                            .authority(Iso2Profile.OEM_ROOT)
                                                            .der())
                                            .replace("\n", "\\n")));
        }
    }

    /** Nothing from elsewhere, no script or style in the page itself, and it says so. */
    @Test
    void thePageIsSelfContained() {
        for (String path : new String[] {"/operator", "/operator/page.js", "/operator/page.css"}) {
            HttpResponse<byte[]> file = client.get(path);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(new String(file.body(), StandardCharsets.UTF_8))
                    .doesNotContain("http://", "https://", "innerHTML", "style=", "onclick=");
        }
    }

    private static void login(Browser browser, String token) throws InterruptedException {
        browser.evaluate(
                "document.querySelector('#token').value = '%s'; document.querySelector('#login').requestSubmit()"
                        .formatted(token));
    }

    private static void search(Browser browser, String text) throws InterruptedException {
        browser.evaluate(
                "document.querySelector('#text').value = '%s'; document.querySelector('#search').requestSubmit()"
                        .formatted(text));
    }

    private static void lint(Browser browser, Certificate certificate) throws InterruptedException {
        browser.evaluate(
                "document.querySelector('#chain').value = `%s`; document.querySelector('#lint').requestSubmit()"
                        .formatted(Pem.of(Pem.CERTIFICATE, certificate.der())));
    }

    private OcspStatus status(Certificate leaf) {
        Certificate issuer = RunningCa.ca().authority(Iso2Profile.MO_SUB_CA_2);
        Finding finding =
                OcspResponse.parse(
                                client.ocsp(
                                        OcspQuestion.about(leaf, issuer).request(Optional.empty())))
                        .finding(leaf, issuer, Instant.now(), Duration.ofHours(1));
        return ((Finding.Proven) finding).status();
    }
}
