package org.plugcharge.v2g.text;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * Reads XML as the trees of {@link MessageText}; names are taken without their namespaces, document
 * types are refused.
 */
public final class XmlTree {

    private XmlTree() {}

    /** The root's name with its content; {@link MessageTextException} if the text is no XML. */
    public static Map<String, Object> parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Element root =
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put(root.getLocalName(), content(root));
            return tree;
        } catch (SAXException e) {
            throw new MessageTextException("expected XML: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("every Java platform has this parser", e);
        }
    }

    private static Object content(Element element) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            Attr attribute = (Attr) element.getAttributes().item(index);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                tree.put("@" + attribute.getLocalName(), attribute.getValue());
            }
        }
        boolean children = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children = true;
                tree.merge(one.getLocalName(), content(one), XmlTree::both);
            }
        }
        String text = element.getTextContent();
        if (children) {
            return tree;
        }
        if (tree.isEmpty()) {
            return text;
        }
        if (!text.isBlank()) {
            tree.put("#text", text);
        }
        return tree;
    }

    private static Object both(Object before, Object one) {
        List<Object> all =
                before instanceof List<?> list
                        ? new ArrayList<>(list)
                        : new ArrayList<>(List.of(before));
        all.add(one);
        return all;
    }
}
