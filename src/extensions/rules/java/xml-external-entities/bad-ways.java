class Ways {
  Document expanded(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // finding: The parser replaces external entities that
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(in);
  }

  Document tooLate(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // finding: The parser replaces external entities that
    DocumentBuilder builder = factory.newDocumentBuilder();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return builder.parse(in);
  }

  Document halfClosed(InputStream in) throws Exception {
    SAXReader reader = new SAXReader(); // finding: The parser replaces external entities that
    reader.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return reader.read(in);
  }

  void transform(InputStream in, Writer out) throws Exception {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.transform(new StreamSource(in), new StreamResult(out)); // finding: The parser behind this call replaces
  }

  void validate(InputStream in, Schema schema) throws Exception {
    Validator validator = schema.newValidator();
    validator.validate(new StreamSource(in)); // finding: The parser behind this call replaces
  }

  String query(InputStream in) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate("/order/id", new InputSource(in)); // finding: The parser behind this call replaces
  }

  void digest(InputStream in) throws Exception {
    Digester digester = new Digester(); // finding: The parser replaces external entities that
    digester.parse(in);
  }
}
