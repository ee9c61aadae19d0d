package org.plugcharge.certs.tls;

import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusRequestItemV2;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.NamedGroup;
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
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/** The station's decisions in a handshake. */
final class V2gTlsServer extends AbstractTlsServer implements TlsEngine.Peer {

    private final ServerProfile profile;
    private final JcaTlsCrypto jca;
    private @Nullable ServerIdentity chosen;
    private int stapled;
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

    /** Left alone, a group that the vehicle likes better would be taken. */
    @Override
    protected int selectECDH(int minimumCurveBits) {
        return getMaximumNegotiableCurveBits() > 0 ? V2gTls.GROUP : -1;
    }

    @Override
    protected int getMaximumNegotiableCurveBits() {
        int[] groups = context.getSecurityParametersHandshake().getClientSupportedGroups();
        boolean taken =
                groups == null || Arrays.stream(groups).anyMatch(group -> group == V2gTls.GROUP);
        return taken ? NamedGroup.getCurveBits(V2gTls.GROUP) : 0;
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

    /**
     * Vehicles that do not know RFC 5746 are served too (its section 3.6): what it protects,
     * renegotiation, is always refused here.
     */
    @Override
    public void notifySecureRenegotiation(boolean supported) {}

    @Override
    public TlsKeyExchangeFactory getKeyExchangeFactory() {
        return V2gTls.keyExchanges(jca);
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        ServerIdentity identity = identity();
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

    private ServerIdentity identity() {
        ServerIdentity identity = chosen == null ? choose() : chosen;
        chosen = identity;
        return identity;
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

    /**
     * A status is promised only where the chain that will be shown has one of the kind asked for.
     */
    @Override
    @SuppressWarnings("rawtypes")
    public Hashtable getServerExtensions() throws IOException {
        List<Bytes> staples = identity().ocspResponses();
        boolean leaf = !staples.isEmpty() && staples.getFirst().length() > 0;
        boolean any = staples.stream().anyMatch(staple -> staple.length() > 0);
        if (!(leaf && asked(CertificateStatusType.ocsp))
                && !(any && asked(CertificateStatusType.ocsp_multi))) {
            statusRequestV2 = null;
        }
        if (!leaf) {
            certificateStatusRequest = null;
        }
        return super.getServerExtensions();
    }

    /** Whether the items of status_request_v2 (RFC 6961) name this kind of answer. */
    private boolean asked(short type) {
        if (statusRequestV2 == null) {
            return false;
        }
        for (Object item : statusRequestV2) {
            if (((CertificateStatusRequestItemV2) item).getStatusType() == type) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable CertificateStatus getCertificateStatus() {
        List<Bytes> staples = identity().ocspResponses();
        int version = context.getSecurityParametersHandshake().getStatusRequestVersion();
        if (version == 0) {
            return null;
        }
        if (version == 2 && asked(CertificateStatusType.ocsp_multi)) {
            stapled = (int) staples.stream().filter(staple -> staple.length() > 0).count();
            return new CertificateStatus(CertificateStatusType.ocsp_multi, responses(staples));
        }
        stapled = 1;
        return new CertificateStatus(
                CertificateStatusType.ocsp, OCSPResponse.getInstance(staples.getFirst().toArray()));
    }

    /** In the order of the certificates; one without a response is an empty place. */
    @SuppressWarnings({"JdkObsolete", "NullAway"}) // what CertificateStatus takes
    private static Vector<OCSPResponse> responses(List<Bytes> staples) {
        Vector<OCSPResponse> responses = new Vector<>();
        for (Bytes staple : staples) {
            responses.add(staple.length() == 0 ? null : OCSPResponse.getInstance(staple.toArray()));
        }
        return responses;
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
        summary =
                new TlsSummary(
                        "TLS 1.2",
                        V2gTls.name(context.getSecurityParametersConnection().getCipherSuite()),
                        shown.chain(),
                        stapled);
    }

    @Override
    public Optional<TlsSummary> summary() {
        return Optional.ofNullable(summary);
    }
}
