import java.net.*;

public class Proxy extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URL url = new URL(request.getParameter("url"));
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(); // finding: contains a request parameter
    InputStream in = new URL("http://" + request.getParameter("host") + "/status").openStream(); // finding: contains a request parameter
  }

  @GetMapping("/fetch")
  public String fetch(@RequestParam String address) {
    RestTemplate template = new RestTemplate();
    return template.getForObject(address, String.class); // finding: the request's 'address'
  }

  @GetMapping("/client")
  public void client(@RequestParam String target) throws Exception {
    HttpRequest one = HttpRequest.newBuilder(URI.create(target)).build(); // finding: the request's 'target'
    HttpRequest two = HttpRequest.newBuilder().uri(URI.create(target)).GET().build(); // finding: the request's 'target'
    HttpGet three = new HttpGet(target); // finding: the request's 'target'
  }

  @GetMapping("/mirror")
  public void mirror(@RequestParam String target) throws IOException {
    okhttp3.Request call = new okhttp3.Request.Builder().url(target).build(); // finding: contains the request's 'target'
  }
}
