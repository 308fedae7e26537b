import java.util.regex.Pattern;

public class Search extends HttpServlet {
  private static final Pattern WORD = Pattern.compile("\\w+");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Pattern pattern = Pattern.compile(Pattern.quote(request.getParameter("q")));
    WORD.matcher(request.getParameter("q")).matches();
  }

  @PostMapping("/sign-in")
  public boolean signIn(@RequestParam String password, BCryptPasswordEncoder encoder) {
    return encoder.matches(password, load()) && password.matches("[ -~]{12,}");
  }
}
