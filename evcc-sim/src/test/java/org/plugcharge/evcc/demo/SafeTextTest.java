package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void nothingOfATextIsMarkup() {
        assertThat(SafeText.html("<b a='1' b=\"2\">&amp;</b>"))
                .isEqualTo("&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;");
    }

    @Test
    void whatSteersATerminalIsWrittenOut() {
        assertThat(SafeText.printable("a\u001b[31m\u0007\u009b\rb"))
                .isEqualTo("a\\u001b[31m\\u0007\\u009b\\u000db");
    }

    @Test
    void whatTurnsALineIsWrittenOut() {
        assertThat(SafeText.printable("x\u202egpj.exe\u2066\u200b"))
                .isEqualTo("x\\u202egpj.exe\\u2066\\u200b");
        assertThat(SafeText.printable("\ud800")).isEqualTo("\\ud800");
    }

    @Test
    void whatPeopleReadStays() {
        String text = "Zürich → Łódź 充電 ✓ 🔌\n\tnext";
        assertThat(SafeText.printable(text)).isEqualTo(text);
        assertThat(SafeText.oneLine(text)).isEqualTo("Zürich → Łódź 充電 ✓ 🔌  next");
    }
}
