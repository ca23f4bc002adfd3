// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads XML in another way than the product does, to compare. */
final class XPaths {

    private final Document document;

    private XPaths(Document document) {
        this.document = document;
    }

    static XPaths of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static XPaths of(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new XPaths(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Document document() {
        return document;
    }

    /** The texts at a path, in the order of the document, without space around them. */
    List<String> all(String path) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = nodes(path);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    boolean has(String path) {
        return nodes(path).getLength() > 0;
    }

    NodeList nodes(String path) {
        try {
            return (NodeList)
                    XPathFactory.newInstance()
                            .newXPath()
                            .evaluate(path, document, XPathConstants.NODESET);
        } catch (XPathExpressionException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
