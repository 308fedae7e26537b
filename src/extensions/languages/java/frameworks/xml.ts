import type { Framework } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const NAMES = libraries(
  library('javax.xml.parsers', ['DocumentBuilderFactory', 'DocumentBuilder', 'SAXParserFactory', 'SAXParser']),
  library('javax.xml.stream', ['XMLInputFactory']),
  library('javax.xml.transform', ['TransformerFactory']),
  library('javax.xml.validation', ['SchemaFactory', 'Validator', 'Schema']),
  library('javax.xml.transform.stream', [], ['StreamSource']),
  library('javax.xml.xpath', ['XPathFactory', 'XPath', 'XPathExpression']),
  library('org.xml.sax', ['XMLReader'], ['InputSource']),
  library('org.xml.sax.helpers', [], ['XMLReaderFactory']),
  library('org.jdom2.input', ['SAXBuilder'], []),
  library('org.apache.commons.digester3', ['Digester'], []),
  library('org.apache.commons.jxpath', ['JXPathContext'], []),
  library('org.dom4j.io', ['SAXReader'], []),
  library('javax.xml.bind', ['Unmarshaller', 'JAXBContext'], [], 'jakarta.xml.bind'),
);

/** Parsers and queries of XML. */
export const XML: Framework = {
  name: 'xml',
  ...NAMES,
  aliases: { ...NAMES.aliases, 'org.jdom.input.SAXBuilder': 'org.jdom2.input.SAXBuilder' },
  types: {
    ...NAMES.types,
    'javax.xml.parsers.DocumentBuilderFactory.newInstance()': 'javax.xml.parsers.DocumentBuilderFactory',
    'javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()': 'javax.xml.parsers.DocumentBuilderFactory',
    'javax.xml.parsers.DocumentBuilderFactory.newDocumentBuilder()': 'javax.xml.parsers.DocumentBuilder',
    'javax.xml.parsers.SAXParserFactory.newInstance()': 'javax.xml.parsers.SAXParserFactory',
    'javax.xml.parsers.SAXParserFactory.newSAXParser()': 'javax.xml.parsers.SAXParser',
    'javax.xml.parsers.SAXParser.getXMLReader()': 'org.xml.sax.XMLReader',
    'org.xml.sax.helpers.XMLReaderFactory.createXMLReader()': 'org.xml.sax.XMLReader',
    'javax.xml.stream.XMLInputFactory.newInstance()': 'javax.xml.stream.XMLInputFactory',
    'javax.xml.stream.XMLInputFactory.newFactory()': 'javax.xml.stream.XMLInputFactory',
    'javax.xml.transform.TransformerFactory.newInstance()': 'javax.xml.transform.TransformerFactory',
    'javax.xml.validation.SchemaFactory.newInstance()': 'javax.xml.validation.SchemaFactory',
    'javax.xml.xpath.XPathFactory.newInstance()': 'javax.xml.xpath.XPathFactory',
    'javax.xml.xpath.XPathFactory.newXPath()': 'javax.xml.xpath.XPath',
  },
  implicit: { ...NAMES.implicit, xpath: 'javax.xml.xpath.XPath', xPath: 'javax.xml.xpath.XPath' },
  sinks: [
    { callee: 'javax.xml.xpath.XPath.evaluate', kind: 'xpath', arguments: [0] },
    { callee: 'javax.xml.xpath.XPath.evaluateExpression', kind: 'xpath', arguments: [0] },
    { callee: 'javax.xml.xpath.XPath.compile', kind: 'xpath', arguments: [0] },
    { callee: 'javax.xml.xpath.XPathFactory.instance().compile', kind: 'xpath', arguments: [0] },
    { callee: 'org.jdom2.xpath.XPathFactory.instance().compile', kind: 'xpath', arguments: [0] },
    { callee: 'org.apache.xpath.XPathAPI.selectNodeList', kind: 'xpath', arguments: [1] },
    { callee: 'org.apache.xpath.XPathAPI.selectSingleNode', kind: 'xpath', arguments: [1] },
    { callee: 'org.apache.commons.jxpath.JXPathContext.getValue', kind: 'xpath', arguments: [0] },
    { callee: '*.createXPath', kind: 'xpath', arguments: [0] },
    { callee: '*.selectNodes', kind: 'xpath', arguments: [0] },
    { callee: '*.selectSingleNode', kind: 'xpath', arguments: [0] },
  ],
};
