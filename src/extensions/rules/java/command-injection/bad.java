public class Ping extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    Runtime.getRuntime().exec("ping -c 1 " + host); // finding: The command contains a request parameter
    new ProcessBuilder("sh", "-c", "ping " + host).start(); // finding: The command for the shell contains a request parameter
    Runtime.getRuntime().exec(new String[] {"/bin/bash", "-c", "nslookup " + host}); // finding: The command for the shell contains
    List<String> words = new ArrayList<>();
    words.add("cmd.exe");
    words.add("/c");
    words.add("dir " + host);
    ProcessBuilder builder = new ProcessBuilder(words); // finding: The command for the shell contains a request parameter
    ProcessBuilder other = new ProcessBuilder();
    other.command("bash", "-c", host); // finding: The command for the shell is a request parameter
  }

  public static void main(String[] args) throws Exception {
    Runtime runtime = Runtime.getRuntime();
    runtime.exec("convert " + args[0] + " out.png"); // finding: an argument of the command line
  }

  void backup(String name) throws Exception {
    Runtime.getRuntime().exec("tar -cf backup.tar " + name); // finding: the parameter 'name'
  }
}
