public class Ping extends HttpServlet {
  private static final List<String> HOSTS = List.of("a.example.org", "b.example.org");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    Runtime.getRuntime().exec("uptime");
    new ProcessBuilder("git", "status").start();
    if (!host.matches("[a-z0-9.]{1,80}".replace('.', '-'))) {
      return;
    }
    if (host.matches("^[a-zA-Z0-9-]+$")) {
      new ProcessBuilder("ping", "-c", "1", host).start();
      Runtime.getRuntime().exec("ping -c 1 " + host);
    }
    int count = Integer.parseInt(request.getParameter("count"));
    Runtime.getRuntime().exec("ping -c " + count + " localhost");
  }

  Process run(String[] words, List<String> more) throws IOException {
    new ProcessBuilder(more).start();
    return Runtime.getRuntime().exec(words);
  }

  void made(HttpServletRequest request) throws IOException {
    String[] words = words(request.getParameter("name"));
    Runtime.getRuntime().exec(words);
  }

  void check(HttpServletRequest request) throws IOException {
    String host = request.getParameter("host");
    if (HOSTS.contains(host)) {
      Runtime.getRuntime().exec("ping -c 1 " + host);
    }
  }
}
