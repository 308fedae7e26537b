import javax.xml.xpath.*;

public class Users {
  public boolean login(HttpServletRequest request, Document document) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String name = request.getParameter("name");
    String query = "//user[name/text()='" + name + "']";
    Object found = xpath.evaluate(query, document, XPathConstants.NODE); // finding: contains a request parameter
    XPathExpression expression = xpath.compile("//user[@id='" + request.getHeader("id") + "']"); // finding: contains a request header
    return found != null;
  }

  String find(XPath xpath, Document document, String id) throws Exception {
    return xpath.evaluate("/users/user[@id='" + id + "']", document); // finding: the parameter 'id'
  }
}
