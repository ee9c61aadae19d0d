package org.plugcharge.certs.tls;

import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.TrustedAuthority;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/** The station's decisions in a handshake. */
final class V2gTlsServer extends AbstractTlsServer implements TlsEngine.Peer {

    private final ServerProfile profile;
    private final JcaTlsCrypto jca;
    private @Nullable ServerIdentity chosen;
    private @Nullable TlsSummary summary;

    V2gTlsServer(ServerProfile profile, JcaTlsCrypto jca) {
        super(jca);
        this.profile = profile;
        this.jca = jca;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return V2gTls.VERSIONS;
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return V2gTls.CIPHER_SUITES.clone();
    }

    @Override
    public int[] getSupportedGroups() {
        return new int[] {V2gTls.GROUP};
    }

    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    protected boolean allowTrustedCAIndication() {
        return true;
    }

    @Override
    protected boolean allowMultiCertStatus() {
        return true;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return V2gTls.MAX_CHAIN_LENGTH;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return V2gTls.MAX_HANDSHAKE_MESSAGE;
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public TlsKeyExchangeFactory getKeyExchangeFactory() {
        return V2gTls.keyExchanges(jca);
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        ServerIdentity identity = choose();
        chosen = identity;
        org.bouncycastle.tls.Certificate certificate = V2gTls.certificate(identity.chain(), jca);
        if (context.getSecurityParametersHandshake().getCipherSuite() == V2gTls.CIPHER_SUITES[1]) {
            return new StaticEcdh.Credentials(certificate, identity.key());
        }
        if (!TlsUtils.containsSignatureAlgorithm(
                context.getSecurityParametersHandshake().getClientSigAlgs(), V2gTls.ECDSA_SHA256)) {
            throw new TlsFatalAlert(
                    AlertDescription.handshake_failure,
                    "the client takes no ecdsa_secp256r1_sha256");
        }
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                jca,
                identity.key(),
                certificate,
                V2gTls.ECDSA_SHA256);
    }

    /**
     * The first chain whose root the vehicle names [V2G2-651]; the first of all when it names none
     * that we have.
     */
    private ServerIdentity choose() {
        return profile.identities().stream()
                .filter(identity -> trusted(Certificate.getInstance(identity.root().toArray())))
                .findFirst()
                .orElse(profile.identities().getFirst());
    }

    private boolean trusted(Certificate root) {
        if (trustedCAKeys == null) {
            return false;
        }
        for (Object authority : trustedCAKeys) {
            if (names((TrustedAuthority) authority, root)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(TrustedAuthority authority, Certificate root) {
        try {
            return switch (authority.getIdentifierType()) {
                case IdentifierType.x509_name -> authority.getX509Name().equals(root.getSubject());
                case IdentifierType.cert_sha1_hash ->
                        MessageDigest.isEqual(authority.getCertSHA1Hash(), sha1(root.getEncoded()));
                case IdentifierType.key_sha1_hash ->
                        MessageDigest.isEqual(
                                authority.getKeySHA1Hash(),
                                sha1(
                                        root.getSubjectPublicKeyInfo()
                                                .getPublicKeyData()
                                                .getOctets()));
                default -> false;
            };
        } catch (IOException e) {
            throw new IllegalStateException("a root certificate can't be encoded", e);
        }
    }

    static byte[] sha1(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public @Nullable CertificateStatus getCertificateStatus() {
        if (chosen == null || chosen.ocspResponses().isEmpty()) {
            return null;
        }
        if (context.getSecurityParametersHandshake().getStatusRequestVersion() == 2) {
            return new CertificateStatus(
                    CertificateStatusType.ocsp_multi, responses(chosen.ocspResponses()));
        }
        return new CertificateStatus(
                CertificateStatusType.ocsp,
                OCSPResponse.getInstance(chosen.ocspResponses().getFirst().toArray()));
    }

    @SuppressWarnings("JdkObsolete") // what CertificateStatus takes
    private static Vector<OCSPResponse> responses(List<Bytes> staples) {
        Vector<OCSPResponse> responses = new Vector<>();
        staples.forEach(staple -> responses.add(OCSPResponse.getInstance(staple.toArray())));
        return responses;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Hashtable getServerExtensions() throws IOException {
        if (profile.identities().stream()
                .allMatch(identity -> identity.ocspResponses().isEmpty())) {
            certificateStatusRequest = null;
            statusRequestV2 = null;
        }
        return super.getServerExtensions();
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (!profile.keyLog().equals(KeyLog.NONE)) {
            profile.keyLog().line(LoggedSecret.line(context.getSecurityParametersConnection()));
        }
        ServerIdentity shown = chosen;
        if (shown == null) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        boolean stapled = context.getSecurityParametersConnection().getStatusRequestVersion() > 0;
        summary =
                new TlsSummary(
                        "TLS 1.2",
                        V2gTls.name(context.getSecurityParametersConnection().getCipherSuite()),
                        shown.chain(),
                        stapled ? shown.ocspResponses().size() : 0);
    }

    @Override
    public Optional<TlsSummary> summary() {
        return Optional.ofNullable(summary);
    }
}
