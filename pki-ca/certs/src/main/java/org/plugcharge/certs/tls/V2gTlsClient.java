package org.plugcharge.certs.tls;

import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.CertificateStatusRequestItemV2;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.OCSPStatusRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TrustedAuthority;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/** The vehicle's decisions in a handshake. */
final class V2gTlsClient extends AbstractTlsClient implements TlsEngine.Peer {

    private final ClientProfile profile;
    private final int[] offeredSuites;
    private final JcaTlsCrypto jca;
    private @Nullable CertificateChain serverChain;
    private int staples;
    private @Nullable TlsSummary summary;

    V2gTlsClient(ClientProfile profile, int[] offeredSuites, JcaTlsCrypto jca) {
        super(jca);
        this.profile = profile;
        this.offeredSuites = offeredSuites.clone();
        this.jca = jca;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return V2gTls.VERSIONS;
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return offeredSuites.clone();
    }

    @Override
    protected Vector<Integer> getSupportedGroups(
            @SuppressWarnings("rawtypes") Vector namedGroupRoles) {
        return new Vector<>(List.of(V2gTls.GROUP));
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        return V2gTls.signatureAlgorithms();
    }

    @Override
    protected Vector<TrustedAuthority> getTrustedCAIndication() {
        Vector<TrustedAuthority> authorities = new Vector<>();
        for (Bytes root : profile.trustedRoots()) {
            authorities.add(
                    new TrustedAuthority(
                            IdentifierType.cert_sha1_hash, V2gTlsServer.sha1(root.toArray())));
        }
        return authorities;
    }

    @Override
    protected CertificateStatusRequest getCertificateStatusRequest() {
        return new CertificateStatusRequest(
                CertificateStatusType.ocsp, new OCSPStatusRequest(null, null));
    }

    @Override
    protected Vector<CertificateStatusRequestItemV2> getMultiCertStatusRequest() {
        return new Vector<>(
                List.of(
                        new CertificateStatusRequestItemV2(
                                CertificateStatusType.ocsp_multi,
                                new OCSPStatusRequest(null, null))));
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
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                check(server);
            }

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }

    private void check(TlsServerCertificate server) throws IOException {
        if (server.getCertificate().isEmpty()) {
            throw new TlsFatalAlert(
                    AlertDescription.bad_certificate, "the station showed no certificate");
        }
        CertificateChain chain = V2gTls.chain(server.getCertificate());
        List<Bytes> responses = responses(server.getCertificateStatus());
        Optional<String> objection = profile.check().objection(chain, responses);
        if (objection.isPresent()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, objection.get());
        }
        serverChain = chain;
        staples = responses.size();
    }

    private static List<Bytes> responses(@Nullable CertificateStatus status) throws IOException {
        if (status == null) {
            return List.of();
        }
        if (status.getStatusType() == CertificateStatusType.ocsp) {
            return List.of(Bytes.owning(status.getOCSPResponse().getEncoded()));
        }
        List<Bytes> responses = new ArrayList<>();
        for (Object response : status.getOCSPResponseList()) {
            if (response != null) {
                responses.add(Bytes.owning(((OCSPResponse) response).getEncoded()));
            }
        }
        return responses;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (!profile.keyLog().equals(KeyLog.NONE)) {
            profile.keyLog().line(LoggedSecret.line(context.getSecurityParametersConnection()));
        }
        CertificateChain shown = serverChain;
        if (shown == null) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        int suite = context.getSecurityParametersConnection().getCipherSuite();
        summary = new TlsSummary("TLS 1.2", V2gTls.name(suite), shown, staples);
    }

    @Override
    public Optional<TlsSummary> summary() {
        return Optional.ofNullable(summary);
    }
}
