package org.plugcharge.tool.tls;

import java.util.Optional;

/** The cipher suites whose records can be opened. */
enum Suite {
    TLS_AES_128_GCM_SHA256(0x1301, Cipher.GCM, 16, "SHA256", ""),
    TLS_AES_256_GCM_SHA384(0x1302, Cipher.GCM, 32, "SHA384", ""),
    TLS_CHACHA20_POLY1305_SHA256(0x1303, Cipher.CHACHA, 32, "SHA256", ""),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xC023, Cipher.CBC, 16, "SHA256", "SHA256"),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xC024, Cipher.CBC, 32, "SHA384", "SHA384"),
    TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256(0xC025, Cipher.CBC, 16, "SHA256", "SHA256"),
    TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384(0xC026, Cipher.CBC, 32, "SHA384", "SHA384"),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xC027, Cipher.CBC, 16, "SHA256", "SHA256"),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xC009, Cipher.CBC, 16, "SHA256", "SHA1"),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xC00A, Cipher.CBC, 32, "SHA256", "SHA1"),
    TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xC02B, Cipher.GCM, 16, "SHA256", ""),
    TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xC02C, Cipher.GCM, 32, "SHA384", ""),
    TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256(0xC02D, Cipher.GCM, 16, "SHA256", ""),
    TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384(0xC02E, Cipher.GCM, 32, "SHA384", ""),
    TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xC02F, Cipher.GCM, 16, "SHA256", ""),
    TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xC030, Cipher.GCM, 32, "SHA384", ""),
    TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA8, Cipher.CHACHA, 32, "SHA256", ""),
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA9, Cipher.CHACHA, 32, "SHA256", "");

    /** How records are made secret. */
    enum Cipher {
        CBC,
        GCM,
        CHACHA
    }

    private final int code;
    final Cipher cipher;
    final int keyLength;

    /** Of key derivation. */
    final String hash;

    /** Of the authentication code of CBC suites; empty with the others. */
    final String mac;

    Suite(int code, Cipher cipher, int keyLength, String hash, String mac) {
        this.code = code;
        this.cipher = cipher;
        this.keyLength = keyLength;
        this.hash = hash;
        this.mac = mac;
    }

    static Optional<Suite> of(int code) {
        for (Suite suite : values()) {
            if (suite.code == code) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    int hashLength() {
        return hash.equals("SHA384") ? 48 : 32;
    }

    int macLength() {
        return switch (mac) {
            case "SHA256" -> 32;
            case "SHA384" -> 48;
            case "SHA1" -> 20;
            default -> 0;
        };
    }
}
