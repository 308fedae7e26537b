import javax.xml.xpath.*;

public class Users {
  public boolean login(HttpServletRequest request, Document document) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String name = request.getParameter("name");
    xpath.setXPathVariableResolver(variable -> name);
    Object found = xpath.evaluate("//user[name/text()=$name]", document, XPathConstants.NODE);
    int id = Integer.parseInt(request.getParameter("id"));
    xpath.evaluate("//user[@id=" + id + "]", document);
    if (!name.matches("^[a-z]+$")) {
      return false;
    }
    xpath.evaluate("//user[name='" + name + "']", document);
    return found != null;
  }
}
