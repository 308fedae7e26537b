import java.io.*;

public class Load extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    User user = mapper.readValue(request.getReader(), User.class);
    Yaml yaml = new Yaml(new SafeConstructor());
    yaml.load(request.getReader());
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    in.setObjectInputFilter(info -> info.serialClass() == User.class ? Status.ALLOWED : Status.REJECTED);
    in.readObject();
  }

  Object filtered(InputStream stream) throws Exception {
    ObjectInputStream in = new FilteredObjectInputStream(stream);
    return in.readObject();
  }

  private void readObject(ObjectInputStream in) throws Exception {
    in.defaultReadObject();
  }
}
