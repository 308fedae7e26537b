import java.net.*;

public class Proxy extends HttpServlet {
  private static final Set<String> HOSTS = Set.of("api.example.org");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URL url = new URL("https://api.example.org/items?name=" + request.getParameter("name"));
    url.openConnection();
    URL fixed = new URL("https://api.example.org/items");
    fixed.openStream();
  }

  void listed(HttpServletRequest request) throws IOException {
    URL url = new URL(request.getParameter("url"));
    if (!HOSTS.contains(url.getHost())) {
      throw new IOException("host");
    }
    url.openConnection();
  }

  @GetMapping("/fetch")
  public String fetch(@RequestParam String id) {
    RestTemplate template = new RestTemplate();
    return template.getForObject("https://api.example.org/items/{id}", String.class, id);
  }

  String read(String address) throws IOException {
    return new URL(address).openStream().toString();
  }
}
