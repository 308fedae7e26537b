import java.io.*;

public class Load extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    Object made = in.readObject(); // finding: An object is made of the request body
    byte[] data = Base64.getDecoder().decode(request.getParameter("state"));
    try (ObjectInputStream other = new ObjectInputStream(new ByteArrayInputStream(data))) {
      other.readObject(); // finding: An object is made of a request parameter
    }
    XMLDecoder decoder = new XMLDecoder(request.getInputStream());
    decoder.readObject(); // finding: An object is made of the request body
    new XStream().fromXML(request.getReader()); // finding: An object is made of the request body
    Yaml yaml = new Yaml();
    yaml.load(request.getReader()); // finding: YAML that can name classes is the request body
    ObjectMapper mapper = new ObjectMapper();
    mapper.enableDefaultTyping(); // finding: the classes that the data names
  }

  public Object parse(byte[] bytes) throws Exception {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
    return in.readObject(); // finding: An object is made of the parameter 'bytes'
  }

  public void settings(HttpServletRequest request) throws Exception {
    Object known = new Yaml(new SafeConstructor()).load(request.getReader());
    Object any = new Yaml().load(request.getReader()); // finding: YAML that can name classes is the request body
  }
}
