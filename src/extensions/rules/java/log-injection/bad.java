import org.slf4j.*;

public class Login extends HttpServlet {
  private static final Logger LOGGER = LoggerFactory.getLogger(Login.class);

  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user");
    LOGGER.info("login of " + user); // finding: contains a request parameter
    LOGGER.warn("failed login of {}", user); // finding: contains a request parameter
  }

  @PostMapping("/pay")
  public void pay(@RequestParam String account) {
    log.error("no such account: " + account); // finding: the request's 'account'
  }
}
