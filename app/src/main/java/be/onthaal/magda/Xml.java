// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML as it comes and goes. What comes may not name a document type, so that nothing is expanded
 * and nothing is fetched (CWE-611, CWE-776).
 */
final class Xml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Xml() {}

    static Document empty() {
        return builder().newDocument();
    }

    /** Reads bytes; what is wrong is told with its line. */
    static Document read(byte[] bytes) {
        DocumentBuilder builder = builder();
        builder.setErrorHandler(new Strict());
        try {
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException wrong) {
            throw new Unreadable("xml", String.valueOf(wrong.getLineNumber()));
        } catch (SAXException | IOException wrong) {
            throw new Unreadable("xml", "?");
        }
    }

    static byte[] write(Document document) {
        try {
            var bytes = new ByteArrayOutputStream();
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            document.setXmlStandalone(true);
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException broken) {
            throw new IllegalStateException("A message of ours cannot be written", broken);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("Every Java can be told not to fetch", missing);
        }
    }

    /** Every error counts, and none is printed. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException remark) {
            // Nothing that keeps us from reading.
        }

        @Override
        public void error(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }
    }
}
