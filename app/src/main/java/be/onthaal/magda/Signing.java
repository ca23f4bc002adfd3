// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.magda.MagdaSettings.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signs questions with the key of the authority: an X.509 token with a signature over the body and
 * a time stamp (OASIS WS-Security 1.1, X.509 Token Profile). The signature is that of the JDK (JSR
 * 105); a library for all of WS-Security would bring more than it takes away.
 */
@Component
class Signing {

    static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static final String ID = "wsu:Id";
    private static final String X509 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final MagdaSettings.Keys settings;
    private final Optional<KeyStore> keys;

    Signing(MagdaSettings settings) {
        this.settings = settings.keys();
        this.keys = this.settings.file().isBlank() ? Optional.empty() : Optional.of(open());
    }

    private KeyStore open() {
        try (InputStream stream = Files.newInputStream(Path.of(settings.file()))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, settings.password().toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalArgumentException(
                    "onthaal.magda.keys.file cannot be opened with onthaal.magda.keys.password",
                    failure);
        }
    }

    /** The message, signed where there is a key store and as it is where there is none. */
    Document sign(Document message, Sender sender, Instant at) {
        if (keys.isEmpty()) {
            return message;
        }
        try {
            KeyStore.PrivateKeyEntry key = key(keys.get(), sender);
            protect(message, key, at);
            return signed(message, key);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException failure) {
            throw new IllegalStateException("A question cannot be signed", failure);
        }
    }

    private KeyStore.PrivateKeyEntry key(KeyStore store, Sender sender)
            throws GeneralSecurityException {
        String alias = sender.key().isBlank() ? first(store) : sender.key();
        var password = new KeyStore.PasswordProtection(settings.password().toCharArray());
        if (store.getEntry(alias, password) instanceof KeyStore.PrivateKeyEntry entry) {
            return entry;
        }
        throw new GeneralSecurityException("No key called so in onthaal.magda.keys.file");
    }

    private static String first(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new GeneralSecurityException("No key in onthaal.magda.keys.file");
    }

    /** Adds what the signature stands in and beside: the certificate and the time stamp. */
    private static void protect(Document message, KeyStore.PrivateKeyEntry key, Instant at)
            throws GeneralSecurityException {
        first(message, RequestWriter.SOAP, "Body").setAttributeNS(UTILITY, ID, "body");
        Element header = first(message, RequestWriter.SOAP, "Header");
        Element security = add(header, SECURITY, "wsse:Security");
        security.setAttributeNS(RequestWriter.SOAP, "soapenv:mustUnderstand", "1");
        Element token = add(security, SECURITY, "wsse:BinarySecurityToken");
        token.setAttributeNS(UTILITY, ID, "token");
        token.setAttribute("EncodingType", BASE64);
        token.setAttribute("ValueType", X509);
        token.setTextContent(Base64.getEncoder().encodeToString(key.getCertificate().getEncoded()));
        Element stamp = add(security, UTILITY, "wsu:Timestamp");
        stamp.setAttributeNS(UTILITY, ID, "stamp");
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        add(stamp, UTILITY, "wsu:Created").setTextContent(moment.toString());
        add(stamp, UTILITY, "wsu:Expires").setTextContent(moment.plus(GOOD_FOR).toString());
    }

    /**
     * Written and read first: names that are only in memory have no declaration yet, and what is
     * signed must be what travels.
     */
    private static Document signed(Document message, KeyStore.PrivateKeyEntry key)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        Document travels = Xml.read(Xml.write(message));
        Element security = first(travels, SECURITY, "Security");
        first(travels, RequestWriter.SOAP, "Body").setIdAttributeNS(UTILITY, "Id", true);
        first(travels, UTILITY, "Timestamp").setIdAttributeNS(UTILITY, "Id", true);
        var context = new DOMSignContext(key.getPrivateKey(), security);
        context.setDefaultNamespacePrefix("ds");
        signature(key, pointer(travels)).sign(context);
        return travels;
    }

    private static XMLSignature signature(KeyStore.PrivateKeyEntry key, Element pointer)
            throws GeneralSecurityException {
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        boolean elliptic = key.getPrivateKey().getAlgorithm().equals("EC");
        SignedInfo signed =
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(elliptic ? ECDSA : RSA, null),
                        List.of(reference(factory, "body"), reference(factory, "stamp")));
        KeyInfo info = factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(pointer)));
        return factory.newXMLSignature(signed, info);
    }

    private static Reference reference(XMLSignatureFactory factory, String id)
            throws GeneralSecurityException {
        Transform exclusive =
                factory.newTransform(
                        CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
        return factory.newReference(
                "#" + id,
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(exclusive),
                null,
                null);
    }

    /** Where whoever verifies finds the certificate. */
    private static Element pointer(Document message) {
        Element pointer = message.createElementNS(SECURITY, "wsse:SecurityTokenReference");
        Element place = add(pointer, SECURITY, "wsse:Reference");
        place.setAttribute("URI", "#token");
        place.setAttribute("ValueType", X509);
        return pointer;
    }

    private static Element add(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static Element first(Document message, String namespace, String name) {
        if (message.getElementsByTagNameNS(namespace, name).item(0) instanceof Element found) {
            return found;
        }
        throw new IllegalStateException("A message of ours has no " + name);
    }
}
