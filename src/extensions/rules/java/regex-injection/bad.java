import java.util.regex.Pattern;

public class Search extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Pattern pattern = Pattern.compile(request.getParameter("q")); // finding: contains a request parameter
    Pattern other = Pattern.compile(".*" + request.getParameter("q") + ".*"); // finding: contains a request parameter
  }

  @GetMapping("/matches")
  public boolean matches(@RequestParam String pattern, @RequestParam String text) {
    return text.matches(pattern); // finding: The regular expression contains
  }
}
