// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A place in an answer that is being written. */
record Tree(Element element) {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** An envelope; the place is its body. */
    static Tree envelope() {
        Document document = builder().newDocument();
        Element envelope = document.createElementNS(SOAP, "soapenv:Envelope");
        document.appendChild(envelope);
        Element body = document.createElementNS(SOAP, "soapenv:Body");
        envelope.appendChild(body);
        return new Tree(body);
    }

    Tree branch(String namespace, String name) {
        Element child = element.getOwnerDocument().createElementNS(namespace, name);
        element.appendChild(child);
        return new Tree(child);
    }

    Tree branch(String name) {
        Element child = element.getOwnerDocument().createElementNS(null, name);
        element.appendChild(child);
        return new Tree(child);
    }

    Tree leaf(String name, String text) {
        branch(name).element.setTextContent(text);
        return this;
    }

    Tree attribute(String name, String value) {
        element.setAttribute(name, value);
        return this;
    }

    /** A code with its words, under a name of its own. */
    Tree coded(String name, String code, String label) {
        Tree coded = branch(name).leaf("Code", code);
        coded.leaf("Omschrijving", label);
        return coded;
    }

    /** Text in Dutch, as OSLO writes it. */
    Tree words(String name, String text) {
        branch(name).leaf("String", text).leaf("Taal", "nl");
        return this;
    }

    byte[] bytes() {
        try {
            var bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(element.getOwnerDocument()), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Document read(byte[] bytes) throws IOException {
        try {
            return builder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException wrong) {
            throw new IOException(wrong);
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
