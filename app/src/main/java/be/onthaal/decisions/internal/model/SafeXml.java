// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML from anybody: no document type, no entities, not too much of it and not too deep. */
final class SafeXml {

    static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 60_000;

    private SafeXml() {}

    static Document read(String xml) throws HostileModel {
        if (xml.length() > LONGEST) {
            throw new HostileModel("error.decisions.model.too-long", LONGEST);
        }
        measure(xml);
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException broken) {
            throw new HostileModel(
                    "error.decisions.model.no-xml",
                    broken.getLineNumber(),
                    broken.getColumnNumber());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new HostileModel("error.decisions.model.no-xml", 1, 1);
        }
    }

    /** Before a tree is made of it, since a tree takes many times its text. */
    private static void measure(String xml) throws HostileModel {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            int elements = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new HostileModel("error.decisions.model.doctype");
                }
                if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    throw new HostileModel("error.decisions.model.element", "<?");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    elements++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (depth > DEEPEST || elements > MOST_ELEMENTS) {
                    throw new HostileModel(
                            "error.decisions.model.too-deep", DEEPEST, MOST_ELEMENTS);
                }
            }
        } catch (XMLStreamException broken) {
            var place = broken.getLocation();
            throw new HostileModel(
                    "error.decisions.model.no-xml",
                    place == null ? 1 : place.getLineNumber(),
                    place == null ? 1 : place.getColumnNumber());
        }
    }
}
