import javax.xml.parsers.*;
import javax.xml.stream.*;

public class Reader {
  public Document read(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // finding: replaces external entities
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(request.getInputStream());
  }

  public void sax(InputStream in) throws Exception {
    SAXParserFactory parsers = SAXParserFactory.newInstance(); // finding: replaces external entities
    parsers.newSAXParser().parse(in, new DefaultHandler());
  }

  public void stax(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance(); // finding: replaces external entities
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    XMLStreamReader reader = factory.createXMLStreamReader(in);
  }

  public void jdom(InputStream in) throws Exception {
    SAXBuilder builder = new SAXBuilder(); // finding: replaces external entities
    org.jdom2.Document document = builder.build(in);
  }

  public void dom4j(InputStream in) throws Exception {
    new SAXReader().read(in); // finding: replaces external entities
  }

  public Document both(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory closed = DocumentBuilderFactory.newInstance();
    closed.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    closed.newDocumentBuilder().parse(request.getInputStream());
    DocumentBuilderFactory open = DocumentBuilderFactory.newInstance(); // finding: replaces external entities
    return open.newDocumentBuilder().parse(request.getInputStream());
  }
}
